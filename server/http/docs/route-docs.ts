import { type RouteConfig, z } from '@hono/zod-openapi'
import { refusalResponses } from '#server/http/docs/problem-docs.ts'
import { edgeRefusals } from '#server/http/docs/edge-refusals.ts'
import type { Pipeline } from '#server/http/edge/pipelines/pipeline.ts'
import { type Method, MEDIA_TYPES, type Declaration, bodyTypeOf } from '#server/http/edge/declaration.ts'

type Headers = Record<string, { description: string; required?: boolean; schema: object }>

type Declared = Declaration & { pipeline: Pipeline; signedIn: boolean }

/** Returns the document's description of a route. */
export function routeOf(method: Method, path: string, declared: Declared): RouteConfig {
  const { summary, description, params, query, answer, gives, status, refusals = [], pipeline, signedIn } = declared
  const body = declared.form ?? declared.body ?? (declared.file && File)
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
      [status ?? (answer || gives ? 200 : 204)]: {
        description: answer || gives ? 'Done.' : 'Done, without a body.',
        headers: headersOf(method, declared),
        ...(answer && contentOf(MEDIA_TYPES.json, answer)),
        ...(gives && contentOf([gives], File)),
      },
      ...refusalResponses([...edgeRefusals({ method, path, signedIn, takesInput, pipeline }), ...refusals], pipeline),
    },
  }
}

/** The bytes of a file, which no schema of JSON describes. */
const File = z.string().openapi({ description: 'the bytes of the file', examples: ['RIFF…WEBP…'] })

function contentOf(types: readonly string[], schema: z.ZodType) {
  return { content: Object.fromEntries(types.map((type) => [type, { schema }])) }
}

function securityOf({ signedIn, pipeline }: Declared) {
  if (pipeline.name === 'bearer') return [{ bearer: [] }]
  return signedIn ? [{ session: [] }] : []
}

/** Returns the id of an operation: `POST /sign-up/code` is `postSignUpCode`, `DELETE /passkeys/{id}` is `deletePasskeysById`. */
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
    method !== 'get' && pipeline.cookies && 'a random id for a browser without one, which binds ceremonies to it',
  ].filter((cookie) => typeof cookie === 'string')
  return {
    ...(cookies.length > 0 && {
      'Set-Cookie': {
        description: `Sets a cookie: ${cookies.join('; ')}.`,
        ...(opens === true || ends ? { required: true } : {}),
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
