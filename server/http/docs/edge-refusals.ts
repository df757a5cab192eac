import type { Pipeline } from '#server/http/edge/pipelines/pipeline.ts'
import type { ProblemCode } from '#server/http/docs/problem-docs.ts'

type Asked = { method: string; path: string; signedIn: boolean; takesInput: boolean; pipeline: Pipeline }

/** Returns what the edge refuses on a route, before the use-case runs. */
export function edgeRefusals({ method, path, signedIn, takesInput, pipeline }: Asked): ProblemCode[] {
  const codes: (ProblemCode | false)[] = [
    // A route without a body refuses a body that is not an object.
    (takesInput || method !== 'get') && 'invalid_input',
    (signedIn || pipeline.name === 'bearer') && 'not_signed_in',
    method !== 'get' && pipeline.sameOrigin && 'wrong_origin',
    method !== 'get' && 'too_large',
    method !== 'get' && 'unsupported_type',
    // The health check works with any host name.
    path !== '/health' && 'wrong_host',
    'too_many_attempts',
    'unavailable',
    'outcome_unknown',
    'fault',
  ]
  return codes.filter((code) => code !== false)
}
