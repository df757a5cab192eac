import type { RouteConfig, z } from '@hono/zod-openapi'
import type { RefusalCode } from '#server/errors.ts'
import { edgeRefusals, refusalResponses } from '#server/http/docs/problem-docs.ts'
import type { Pipeline } from '#server/http/edge/pipelines/pipeline.ts'

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete'
export type Status = 200 | 201 | 202 | 204

/** The media type of each kind of body. */
export const MEDIA_TYPES = { json: 'application/json', form: 'application/x-www-form-urlencoded' } as const
export type BodyType = keyof typeof MEDIA_TYPES

/** What a route takes, gives and refuses. Without `answer` it is a 204. */
export type Declaration = {
  summary: string
  /** What the summary leaves open: what it needs, what it changes, when it is refused. */
  description?: string
  /** A JSON body. */
  body?: z.ZodType
  /** An URL-encoded form instead of a JSON body. */
  form?: z.ZodObject
  params?: z.ZodObject
  query?: z.ZodObject
  answer?: z.ZodType
  status?: Exclude<Status, 204>
  /** What the use-case refuses. What the edge refuses on every route is added by itself. */
  refusals?: readonly RefusalCode[]
  /** The use-case counts its own tries, or writes nothing (`as a read`). Without this every write counts as one request of its IP. */
  counted?: true | 'as a read'
  /** The use-case opens or renews a session: the edge puts it into the cookie. */
  opens?: true
  /** The use-case ends every session of the caller: the edge clears the cookie. */
  ends?: true
}

type Headers = Record<string, { description: string; required?: boolean; schema: object }>

type Declared = Declaration & { pipeline: Pipeline; signedIn: boolean }

/** What a body must declare itself to be. */
export function bodyTypeOf({ form }: Pick<Declaration, 'form'>): BodyType {
  return form ? 'form' : 'json'
}

/** A route as the document tells of it. */
export function routeOf(method: Method, path: string, declared: Declared): RouteConfig {
  const { summary, description, params, query, answer, status, refusals = [], pipeline, signedIn } = declared
  const body = declared.form ?? declared.body
  const takesInput = [body, params, query].some((part) => part !== undefined)
  return {
    method,
    path,
    operationId: operationId(method, path),
    summary,
    description,
    tags: [path.split('/')[1] ?? ''],
    'x-pipeline': pipeline.name,
    ...(pipeline.cors && { 'x-cors': true }),
    security: securityOf(declared),
    request: {
      ...(body && { body: { ...contentOf(MEDIA_TYPES[bodyTypeOf(declared)], body), required: true } }),
      ...(params && { params }),
      ...(query && { query }),
    },
    responses: {
      [status ?? (answer ? 200 : 204)]: {
        description: answer ? 'Done.' : 'Done. Nothing to say.',
        headers: headersOf(method, declared),
        ...(answer && contentOf(MEDIA_TYPES.json, answer)),
      },
      ...refusalResponses([...edgeRefusals({ method, path, signedIn, takesInput, pipeline }), ...refusals], pipeline),
    },
  }
}

function contentOf(type: string, schema: z.ZodType) {
  return { content: { [type]: { schema } } }
}

function securityOf({ signedIn, pipeline }: Declared) {
  if (pipeline.name === 'bearer') return [{ bearer: [] }]
  return signedIn ? [{ session: [] }] : []
}

/** `POST /sign-up/code` is `postSignUpCode`, `DELETE /passkeys/{id}` is `deletePasskeysById`. */
function operationId(method: string, path: string): string {
  const words = path
    .replace(/\{(\w+)\}/g, 'by-$1')
    .split(/[^a-z]+/i)
    .filter(Boolean)
  return [method, ...words.map((word) => word.charAt(0).toUpperCase() + word.slice(1))].join('')
}

function headersOf(method: Method, { opens, ends, pipeline }: Declared): Headers {
  const cookies = [
    opens && 'the session, HttpOnly and SameSite=Lax',
    ends && 'the session, cleared',
    method !== 'get' && pipeline.cookies && 'to a browser without one, its random id, to which ceremonies are bound',
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
