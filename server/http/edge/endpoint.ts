import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { AppError } from '#server/errors.ts'
import { hasBody, typeOf } from '#server/http/edge/admission.ts'
import { clearSession, putSession } from '#server/http/edge/cookies.ts'
import {
  bodyTypeOf,
  type Declaration,
  type GivenFile,
  type Method,
  type Status,
} from '#server/http/edge/declaration.ts'
import { routeOf } from '#server/http/docs/route-docs.ts'
import type { Edge } from '#server/http/edge/edge.ts'
import { streamOf } from '#server/http/edge/stream.ts'
import type { Endpoint, Head, InputOf, RouteOf } from '#server/http/edge/endpoint-types.ts'
import { admit } from '#server/http/edge/pipelines/admit.ts'
import type { Pipeline } from '#server/http/edge/pipelines/pipeline.ts'
import { countTry, ipGroup } from '#server/limits.ts'
import type { OpenedSession } from '#server/sessions/insert-session.ts'

const YEAR_SECONDS = 31_536_000

/** Returns the head of a kind of route: its pipeline, and how the caller is found. */
export function head<Who>(
  pipeline: Pipeline,
  find: (c: Context<Edge>) => Who | Promise<Who>,
  { signedIn = false } = {},
): Head<Who> {
  return (method, path, declared, useCase) =>
    endpoint(method, path, { declared, pipeline, signedIn }, async (c, input) =>
      useCase(c.get('world'), await find(c), input),
    )
}

type About<D> = { declared: D; pipeline: Pipeline; signedIn: boolean }

function endpoint<M extends Method, P extends string, D extends Declaration>(
  method: M,
  path: P,
  { declared, pipeline, signedIn }: About<D>,
  answer: (c: Context<Edge>, input: InputOf<D>) => Promise<unknown>,
): Endpoint<M, P, D> {
  const handler = async (c: Context<Edge>): Promise<Response> => {
    const { body, form, file } = declared
    if (method !== 'get' && !body && !form && !file && hasBody(c.req.raw)) refuseBroken(await c.req.text())
    if (method !== 'get' && !declared.counted)
      await countTry(c.get('world'), { requests: ipGroup(c.get('visitor').ip) })
    const result = await answer(c, await inputOf(c, declared))
    const session = declared.opens && sessionIn(result)
    if (session) await putSession(c, session)
    if (declared.ends) clearSession(c, declared.ends)
    if (declared.streams) return answerWith(c, streamOf(declared.answer, result), declared.status ?? 200)
    if (declared.gives) return answerWithFile(c, declared.gives, result as GivenFile)
    // The schema drops every member that it does not list.
    return declared.answer
      ? answerWith(c, declared.answer.parse(result), declared.status ?? 200)
      : answerWith(c, undefined, 204)
  }
  const middleware = admit(pipeline, { body: bodyTypeOf(declared), countedAsRead: declared.counted === 'as a read' })
  // `Endpoint` describes the declaration. The library's types cannot follow a route that is built from parts.
  return {
    route: createRoute({
      ...routeOf(method, path, { ...declared, pipeline, signedIn }),
      middleware,
    }) as unknown as RouteOf<M, P, D>,
    handler: handler as (c: Context<Edge>) => Promise<never>,
  }
}

/**
 * Returns the answer with its headers and cookies. Headers are a plain record where possible, which the server writes directly:
 * building a `Headers` object for every answer took longer than finding the session.
 */
function answerWith(c: Context<Edge>, body: unknown, status: Status): Response {
  c.set('complete', true)
  const headers = body === undefined ? c.get('headers') : { ...c.get('headers'), 'content-type': 'application/json' }
  const cookies = c.get('cookies').map((line): [string, string] => ['set-cookie', line])
  return new Response(body === undefined ? null : body instanceof ReadableStream ? body : JSON.stringify(body), {
    status,
    headers: cookies.length === 0 ? headers : [...Object.entries(headers), ...cookies],
  })
}

/** Returns a file as the answer. */
function answerWithFile(c: Context<Edge>, type: string, { bytes, forEver }: GivenFile): Response {
  c.set('complete', true)
  const kept = forEver && { 'cache-control': `private, max-age=${YEAR_SECONDS}, immutable` }
  return new Response(bytes, { status: 200, headers: { ...c.get('headers'), 'content-type': type, ...kept } })
}

/** Refuses a body that is not a JSON object, on a route without a body: our client sends `{}` there. */
function refuseBroken(body: string): void {
  if (!isObject(body)) throw new AppError('invalid_input', { malformed: 'The body is not a JSON object.' })
}

function isObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

/** The library has validated body, parameters and query. Their names never overlap. */
async function inputOf<D extends Declaration>(c: Context<Edge>, declared: D): Promise<InputOf<D>> {
  const request = c.req as { valid: (target: string) => object }
  const parts = [
    declared.body && 'json',
    declared.form && 'form',
    declared.params && 'param',
    declared.query && 'query',
  ].filter((part) => part !== undefined)
  const file = declared.file && {
    file: { type: typeOf(c.req.raw), bytes: new Uint8Array(await c.req.arrayBuffer()) },
  }
  return Object.assign({ ...file }, ...parts.map((part) => request.valid(part))) as InputOf<D>
}

function sessionIn(result: unknown): OpenedSession | undefined {
  // `ResultOf` requires that the use-case of a route with `opens` returns a session, unless it opens one only sometimes.
  return (result as { session?: OpenedSession }).session
}
