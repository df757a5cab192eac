import { hc, parseResponse } from 'hono/client'
import { problemOf } from '#app/_ui/api/problem.ts'
import type { Api } from '#server/http/api.ts'

/** The server's API, typed by the server's own schemas. Every answer that is not ok is thrown as a `Problem`. */
export const api = hc<Api>('/', { fetch: ask }).api

/** The body of an answer. */
export const answer = parseResponse

async function ask(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await fetch(input, { ...init, cache: 'no-store' })
  if (response.ok) return response
  const problem = await problemOf(response)
  if (problem.code === 'not_signed_in') leave()
  throw problem
}

/** The session ended while its page was open: the page asks to sign in, and is found again afterwards. */
function leave(): void {
  const { pathname, search } = window.location
  if (pathname.startsWith('/account')) window.location.assign(`/sign-in?next=${encodeURIComponent(pathname + search)}`)
}
