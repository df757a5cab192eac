import { describeApi } from '#server/http/api.ts'
import { readConfig } from '#server/config/config.ts'
import { faultsOf, type Schema } from '#tests/helpers/schema-faults.ts'

export type Media = { schema: Schema; examples: Record<string, { $ref?: string; value?: unknown }> }
type Reply = {
  description: string
  headers?: Record<string, { description: string; required?: boolean; schema: Schema }>
  content?: Record<string, Media>
}
type Parameter = { name: string; in: string; required?: boolean; schema: Schema }
export type Operation = {
  operationId: string
  summary: string
  description?: string
  tags: string[]
  security: object[]
  'x-pipeline': 'browser' | 'machine' | 'bearer'
  parameters?: Parameter[]
  requestBody?: { required: boolean; content: Record<string, Media> }
  responses: Record<string, Reply>
}
export type Document = {
  openapi: string
  info: { title: string; version: string; description: string }
  servers: { url: string }[]
  tags: { name: string; description: string }[]
  paths: Record<string, Record<string, Operation>>
  components: {
    schemas: Record<string, Schema>
    securitySchemes: Record<string, object>
    examples: Record<string, { value: { code: string } }>
  }
}

/** The API's own document, with the testing routes. Every answer a test gets is checked against it. */
// The document is JSON that our own routes wrote.
export const DOCUMENT = JSON.parse(
  JSON.stringify(describeApi(readConfig({ TESTING: '1', DATA_DIR: '/nowhere' }))),
) as Document

type Route = { method: string; template: string; pattern: RegExp; operation: Operation }

/** Answers to paths without a route, and answers before routing. */
const NO_ROUTE = new Set([
  'invalid_input',
  'not_found',
  'method_not_allowed',
  'wrong_origin',
  'wrong_host',
  'unsupported_type',
  'too_large',
  'too_many_attempts',
  'unavailable',
  'fault',
])

export type Answered = { method: string; path: string; status: number; headers: Headers; text: string }

/** The differences between an answer and our document: a status, a code, a header or a member that its route does not list. */
export const faultsOfAnswer = holdTo(DOCUMENT)

/** The same for any document that describes this API. */
export function holdTo({ paths, components: { schemas } }: Document): (answered: Answered) => string[] {
  const routes: Route[] = Object.entries(paths)
    .flatMap(([template, operations]) =>
      Object.entries(operations).map(([method, operation]) => ({
        method: method.toUpperCase(),
        template,
        pattern: patternOf(template),
        operation,
      })),
    )
    // Paths without a parameter first: `/emails/code` is not `/emails/{id}`.
    .toSorted((a, b) => Number(a.template.includes('{')) - Number(b.template.includes('{')))

  return ({ method, path, status, headers, text }) => {
    const { pathname } = new URL(path, 'http://localhost')
    if (!/^\/api(\/|$)/.test(pathname)) return []
    const route = routes.find(
      (candidate) => candidate.method === (method === 'HEAD' ? 'GET' : method) && candidate.pattern.test(pathname),
    )
    const type = headers.get('content-type')?.split(';')[0]
    const body = text === '' ? undefined : parsed(text)
    if (!route) return faultsWithoutRoute(type, body, method, schemas)

    const reply = route.operation.responses[status]
    if (!reply) return [`${status} is not among its statuses`]
    const missing = Object.entries(reply.headers ?? {})
      .filter(([name, { required }]) => required && !headers.has(name))
      .map(([name]) => `the header ${name} is missing`)
    if (method === 'HEAD') return missing
    return [...missing, ...faultsOfBody(reply, type, body, schemas)]
  }
}

/** JSON, or the text itself, which fits no schema. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function faultsOfBody(
  { content }: Reply,
  type: string | undefined,
  body: unknown,
  schemas: Record<string, Schema>,
): string[] {
  if (!content)
    return [
      ...(type === undefined ? [] : [`${type} comes with nothing`]),
      ...(body === undefined ? [] : ['there is a body']),
    ]
  const media = content[type ?? '']
  if (!media) return [`${type} is not among its types`]
  return faultsOf(body, media.schema, schemas)
}

function faultsWithoutRoute(
  type: string | undefined,
  body: unknown,
  method: string,
  schemas: Record<string, Schema>,
): string[] {
  if (type !== 'application/problem+json') return [`${type} is no refusal`]
  if (method === 'HEAD') return []
  const faults = faultsOf(body, { $ref: '#/components/schemas/Problem' }, schemas)
  if (faults.length > 0) return faults
  const { code } = body as { code: string }
  return NO_ROUTE.has(code) ? [] : [`${code} is refused where there is no route`]
}

function patternOf(template: string): RegExp {
  return new RegExp(`^/api${template.replaceAll('.', '\\.').replaceAll(/\{[^}]+\}/g, '[^/]+')}$`)
}
