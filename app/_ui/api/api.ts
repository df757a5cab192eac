import { hc, parseResponse } from 'hono/client'
import { tellEnded } from '#app/_ui/browser/session-news.ts'
import { Problem, problemOf } from '#app/_ui/api/problem.ts'
import type { Api } from '#server/http/api.ts'

/** The server's API, typed by the server's own schemas. Every answer that is not ok is thrown as a `Problem`. */
export const api = hc<Api>('/', { fetch: ask }).api

/** The body of an answer. */
export const answer = parseResponse

async function ask(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, { ...init, cache: 'no-store' })
  if (response.ok) return response
  const problem = await problemOf(response)
  if (problem.code === 'not_signed_in') tellEnded()
  // Without our cookie, the server cannot know that both steps are this browser's.
  if (problem.code === 'ceremony_over' && !navigator.cookieEnabled)
    throw new Problem({ code: 'cookies_blocked', status: problem.status, sentence: undefined })
  throw problem
}
