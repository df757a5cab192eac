import type { RouteConfig } from '@hono/zod-openapi'
import { AppError, type RefusalCode } from '#server/errors.ts'
import { SAMPLE } from '#server/http/docs/example-values.ts'
import type { Pipeline } from '#server/http/edge/pipelines/pipeline.ts'
import { faultOf, problemOf, REFUSAL_CODES } from '#server/http/edge/problems.ts'

/** A refusal, or a fault of ours. */
export type ProblemCode = RefusalCode | 'fault'

/** Every problem code. */
export const PROBLEM_CODES: readonly ProblemCode[] = [...REFUSAL_CODES, 'fault']

/** Returns the refusals of a route for the document: one response per status, with its possible codes and an example of each. */
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
          description: 'The number of seconds to wait before trying again.',
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

/** Returns an example of a refusal, with its usual details. */
export function exampleProblem(code: ProblemCode): { title: string; status: number } {
  return code === 'fault' ? faultOf() : problemOf(new AppError(code, DETAILS[code]))
}

const DETAILS: Partial<Record<RefusalCode, AppError['details']>> = {
  invalid_input: { reason: 'addressMalformed' },
  password_too_weak: { reason: 'passwordListed' },
  way_retired: {
    takeBack: { ceremony: SAMPLE.ceremony, cause: 'recovery', retiredAt: 1_796_083_200_000, until: 1_796_688_000_000 },
  },
  touch_required: { touch: { act: 'remove_passkey', target: 'L_p32p8cDaja-6x1cjk_qg' } },
  not_settled: { reason: 'notSettled', numbers: { days: 9 }, settlesAt: 1_796_688_000_000 },
  too_many_attempts: { retryAfter: 42 },
  unavailable: { retryAfter: 5 },
}
