import type { RouteConfig } from '@hono/zod-openapi'
import { AppError, type RefusalCode } from '#server/errors.ts'
import type { Pipeline } from '#server/http/edge/pipelines/pipeline.ts'
import { faultOf, problemOf, REFUSAL_CODES } from '#server/http/edge/problems.ts'

/** What a route can answer instead of what was asked for: one of our refusals, or a fault of ours. */
export type ProblemCode = RefusalCode | 'fault'

/** All of them. */
export const PROBLEM_CODES: readonly ProblemCode[] = [...REFUSAL_CODES, 'fault']

type Asked = { method: string; path: string; signedIn: boolean; takesInput: boolean; pipeline: Pipeline }

/** What the edge itself refuses on a route, before its use-case is asked. */
export function edgeRefusals({ method, path, signedIn, takesInput, pipeline }: Asked): ProblemCode[] {
  const codes: (ProblemCode | false)[] = [
    // A body is held to be an object even where nobody wants one.
    (takesInput || method !== 'get') && 'invalid_input',
    (signedIn || pipeline.name === 'bearer') && 'not_signed_in',
    method !== 'get' && pipeline.sameOrigin && 'wrong_origin',
    method !== 'get' && 'too_large',
    method !== 'get' && 'unsupported_type',
    // A probe asks for health by whatever address it has.
    path !== '/health' && 'wrong_host',
    'too_many_attempts',
    'unavailable',
    'fault',
  ]
  return codes.filter((code) => code !== false)
}

/** The responses that say no, for the document: one per status, with the codes it can carry on this route and an example of each. */
export function refusalResponses(
  codes: Iterable<ProblemCode>,
  { name, errors }: Pick<Pipeline, 'name' | 'errors'>,
): RouteConfig['responses'] {
  const byStatus = Map.groupBy(new Set(codes), (code) => exampleProblem(code).status)
  return Object.fromEntries(
    [...byStatus]
      .toSorted(([a], [b]) => a - b)
      .map(([status, possible]) => [
        status,
        { ...refusalResponse(status, possible, name), ...(errors === 'oauth' && OAUTH_CONTENT) },
      ]),
  )
}

function refusalResponse(
  status: number,
  codes: ProblemCode[],
  pipeline: Pipeline['name'],
): RouteConfig['responses'][number] {
  return {
    description: codes.map((code) => `\`${code}\`: ${exampleProblem(code).title}`).join(' '),
    ...((status === 429 || status === 503) && {
      headers: {
        'Retry-After': {
          description: 'After how many seconds it is worth trying again.',
          required: true,
          schema: { type: 'integer', minimum: 0 },
        },
      },
    }),
    ...(status === 401 && pipeline === 'bearer' && { headers: { 'WWW-Authenticate': CHALLENGE } }),
    content: {
      'application/problem+json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Problem' },
            { properties: { status: { const: status }, code: { enum: codes } } },
          ],
        },
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
    },
  }
}

/** RFC 6750 §3. */
const CHALLENGE = {
  description: 'Asks for a bearer token.',
  required: true,
  schema: { type: 'string' as const },
}

/** RFC 6749 §5.2. */
const OAUTH_CONTENT = {
  content: {
    'application/json': {
      schema: { $ref: '#/components/schemas/OAuthError' },
      examples: { invalid_request: { $ref: '#/components/examples/oauth_invalid_request' } },
    },
  },
}

/** A refusal as it may come, with what usually comes with it. */
export function exampleProblem(code: ProblemCode): { title: string; status: number } {
  return code === 'fault' ? faultOf() : problemOf(new AppError(code, DETAILS[code]))
}

const DETAILS: Partial<Record<RefusalCode, AppError['details']>> = {
  invalid_input: { reason: 'addressMalformed' },
  password_too_weak: { reason: 'passwordListed' },
  too_many_attempts: { retryAfter: 42 },
  unavailable: { retryAfter: 5 },
}
