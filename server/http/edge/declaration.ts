import type { RouteConfig, z } from '@hono/zod-openapi'
import type { RefusalCode } from '#server/errors.ts'
import { edgeRefusals, refusalResponses } from '#server/http/docs/problem-docs.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
export type Status = 200 | 201 | 202 | 204

/** What a route takes, gives and refuses. Without `answer` it is a 204. */
export type Declaration = {
  summary: string
  /** What the summary leaves open: what it needs, what it changes, when it is refused. */
  description?: string
  body?: z.ZodType
  params?: z.ZodObject
  query?: z.ZodObject
  answer?: z.ZodType
  status?: Exclude<Status, 204>
  /** What the use-case refuses. What the edge refuses on every route is added by itself. */
  refusals?: readonly RefusalCode[]
  /** The use-case counts its own tries; without this every write counts as one request of its IP. */
  counted?: true
  /** The use-case opens or renews a session: the edge puts it into the cookie. */
  opens?: true
  /** The use-case ends every session of the caller: the edge clears the cookie. */
  ends?: true
}

type Headers = Record<string, { description: string; required?: boolean; schema: object }>

/** A route as the document tells of it. */
export function routeOf(method: Method, path: string, declared: Declaration & { signedIn?: true }): RouteConfig {
  const { summary, description, body, params, query, answer, status, refusals = [], signedIn = false } = declared
  const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } })
  const takesInput = [body, params, query].some((part) => part !== undefined)
  return {
    method,
    path,
    operationId: operationId(method, path),
    summary,
    description,
    tags: [path.split('/')[1] ?? ''],
    security: signedIn ? [{ session: [] }] : [],
    request: {
      ...(body && { body: { ...json(body), required: true } }),
      ...(params && { params }),
      ...(query && { query }),
    },
    responses: {
      [status ?? (answer ? 200 : 204)]: {
        description: answer ? 'Done.' : 'Done. Nothing to say.',
        headers: headersOf(method, declared),
        ...(answer && json(answer)),
      },
      ...refusalResponses([...edgeRefusals({ method, path, signedIn, takesInput }), ...refusals]),
    },
  }
}

/** `POST /sign-up/code` is `postSignUpCode`, `DELETE /passkeys/{id}` is `deletePasskeysById`. */
function operationId(method: string, path: string): string {
  const words = path
    .replace(/\{(\w+)\}/g, 'by-$1')
    .split(/[^a-z]+/i)
    .filter(Boolean)
  return [method, ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('')
}

function headersOf(method: Method, { opens, ends }: Declaration): Headers {
  const cookies = [
    opens && 'the session, HttpOnly and SameSite=Lax',
    ends && 'the session, cleared',
    method !== 'get' && 'to a browser without one, its random id, to which ceremonies are bound',
  ].filter((cookie) => typeof cookie === 'string')
  return {
    ...(cookies.length > 0 && {
      'Set-Cookie': {
        description: `Sets a cookie: ${cookies.join('; ')}.`,
        ...(opens || ends ? { required: true } : {}),
        schema: { type: 'string' },
      },
    }),
    ...(ends && {
      'Clear-Site-Data': {
        description: 'Cached pages and storage go with the session.',
        required: true,
        schema: { type: 'string' },
      },
    }),
  }
}
