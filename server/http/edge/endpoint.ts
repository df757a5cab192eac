import { createRoute, type z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { generateCookie, getCookie } from 'hono/cookie'
import type { Actor, Visitor } from '#server/actor.ts'
import { AppError } from '#server/errors.ts'
import { type Declaration, type Method, routeOf, type Status } from '#server/http/edge/declaration.ts'
import { hasBody } from '#server/http/edge/same-origin.ts'
import { sealSession, sessionCookieName } from '#server/callers/session-cookie.ts'
import { actorOf } from '#server/callers/identify.ts'
import { countTry, ipGroup } from '#server/limits.ts'
import { signOut } from '#server/sessions/end.ts'
import type { OpenedSession } from '#server/sessions/insert-session.ts'
import type { World } from '#server/world.ts'

/**
 * `ip` is the socket's address; tests say it themselves. `headers` is what every answer says; `cookies` are the lines that this one
 * sets; `complete` tells that an endpoint has answered with both.
 */
export type Edge = {
  Bindings: { ip?: string }
  Variables: { world: World; visitor: Visitor; headers: Record<string, string>; cookies: string[]; complete?: true }
}

type Part<D, K extends string> = D extends { [key in K]: infer S extends z.ZodType } ? z.output<S> : unknown
type InputOf<D> = Part<D, 'body'> & Part<D, 'params'> & Part<D, 'query'>
type AnswerOf<D> = D extends { answer: infer S extends z.ZodType } ? z.input<S> : unknown
type ResultOf<D> = D extends { opens: true } ? AnswerOf<D> & { session: OpenedSession } : AnswerOf<D>
type StatusOf<D> = D extends { status: infer S extends Status } ? S : D extends { answer: z.ZodType } ? 200 : 204

type Content<S> = { content: { 'application/json': { schema: S } } }
type RequestOf<D> = (D extends { body: infer S extends z.ZodType } ? { body: Content<S> & { required: true } } : {}) &
  (D extends { params: infer S extends z.ZodObject } ? { params: S } : {}) &
  (D extends { query: infer S extends z.ZodObject } ? { query: S } : {})
type ResponsesOf<D> = {
  [status in StatusOf<D>]: D extends { answer: infer S extends z.ZodType }
    ? Content<S> & { description: string }
    : { description: string }
}
type RouteOf<M extends Method, P extends string, D> = {
  method: M
  path: P
  request: RequestOf<D>
  responses: ResponsesOf<D>
}

/** One endpoint: what the document and the typed client know of it, and what answers it. */
export type Endpoint<M extends Method, P extends string, D> = {
  route: RouteOf<M, P, D>
  handler: (c: Context<Edge>) => Promise<never>
}

type UseCase<Who, D> = (world: World, who: Who, input: InputOf<D>) => Promise<ResultOf<D>>

/** An endpoint for anybody. */
export function visitor<M extends Method, P extends string, const D extends Declaration>(
  method: M,
  path: P,
  declared: D,
  useCase: UseCase<Visitor, D>,
): Endpoint<M, P, D> {
  return endpoint(method, path, declared, async (c, input) => useCase(c.get('world'), c.get('visitor'), input))
}

/** An endpoint for whoever has a live session; everyone else is refused with `not_signed_in`. */
export function actor<M extends Method, P extends string, const D extends Declaration>(
  method: M,
  path: P,
  declared: D,
  useCase: UseCase<Actor, D>,
): Endpoint<M, P, D> {
  return endpoint(method, path, { ...declared, signedIn: true }, async (c, input) =>
    useCase(c.get('world'), await requireActor(c), input),
  )
}

/** The caller with their live session, or the refusal `not_signed_in`. */
export async function requireActor(c: Context<Edge>): Promise<Actor> {
  const found = await findActor(c)
  if (!found) throw new AppError('not_signed_in')
  return found
}

function findActor(c: Context<Edge>): Promise<Actor | undefined> {
  return actorOf(c.get('world'), c.get('visitor'), { get: (name) => getCookie(c, name) })
}

function endpoint<M extends Method, P extends string, D extends Declaration>(
  method: M,
  path: P,
  declared: D & { signedIn?: true },
  answer: (c: Context<Edge>, input: InputOf<D>) => Promise<unknown>,
): Endpoint<M, P, D> {
  const handler = async (c: Context<Edge>): Promise<Response> => {
    if (method !== 'get' && !declared.body && hasBody(c.req.raw)) refuseBroken(await c.req.text())
    if (method !== 'get' && !declared.counted)
      await countTry(c.get('world'), { requests: ipGroup(c.get('visitor').ip) })
    const result = await answer(c, inputOf(c, declared))
    if (declared.opens) await putSession(c, sessionIn(result))
    if (declared.ends) clearSession(c)
    // Only what the schema lists leaves the house.
    return declared.answer
      ? answerWith(c, declared.answer.parse(result), declared.status ?? 200)
      : answerWith(c, undefined, 204)
  }
  // The types above say what was declared; the library's own cannot follow a route that is made from parts.
  return {
    route: createRoute(routeOf(method, path, declared)) as unknown as RouteOf<M, P, D>,
    handler: handler as (c: Context<Edge>) => Promise<never>,
  }
}

/**
 * Answers with everything at once. The headers are a plain record where they can be, which the server writes out as it is: making a
 * `Headers` of them for every answer took longer than finding the session.
 */
function answerWith(c: Context<Edge>, body: unknown, status: Status): Response {
  c.set('complete', true)
  const headers = body === undefined ? c.get('headers') : { ...c.get('headers'), 'content-type': 'application/json' }
  const cookies = c.get('cookies').map((line): [string, string] => ['set-cookie', line])
  return new Response(body === undefined ? null : JSON.stringify(body), {
    status,
    headers: cookies.length === 0 ? headers : [...Object.entries(headers), ...cookies],
  })
}

/** Puts a cookie into the answer: for every path, out of reach of scripts and of other sites' requests. `maxAge` is seconds. */
export function putCookie(c: Context<Edge>, name: string, value: string, maxAge: number): void {
  const { local } = c.get('world').config
  c.get('cookies').push(
    generateCookie(name, value, { path: '/', httpOnly: true, sameSite: 'Lax', secure: !local, maxAge }),
  )
}

/** Where nobody wants a body, one may come as our own pages send it, as an object; anything else is a mistake or a trick. */
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

/** Body, parameters and query have been validated by the library; their names never overlap. */
function inputOf<D extends Declaration>(c: Context<Edge>, declared: D): InputOf<D> {
  const valid = c.req.valid as (target: string) => object
  const parts = [declared.body && 'json', declared.params && 'param', declared.query && 'query'].filter(
    (part) => part !== undefined,
  )
  return Object.assign({}, ...parts.map((part) => valid.call(c.req, part))) as InputOf<D>
}

/** Clears the cookie and what else the browser kept, so that the Back button shows nothing. */
function clearSession(c: Context<Edge>): void {
  putCookie(c, sessionCookieName(c.get('world').config), '', 0)
  c.set('headers', { ...c.get('headers'), 'clear-site-data': '"cache", "storage"' })
}

function sessionIn(result: unknown): OpenedSession {
  // `ResultOf` makes every use-case behind an opening route return one.
  return (result as { session: OpenedSession }).session
}

/** Puts a new session into the cookie. One that this browser held before is over, unless it is the same one, renewed. */
async function putSession(c: Context<Edge>, opened: OpenedSession): Promise<void> {
  const world = c.get('world')
  const before = await findActor(c)
  if (before) await signOut(world, before)
  const { value, maxAge } = sealSession(world, opened)
  putCookie(c, sessionCookieName(world.config), value, maxAge)
}
