import { TOUCHED_ACTS } from '#server/touches.ts'
import { PROBLEM_CODES } from '#server/http/docs/problem-docs.ts'

/** RFC 9457, with our own members. */
export const PROBLEM = {
  type: 'object' as const,
  properties: {
    type: { type: 'string' as const, description: '`urn:latchkey:problem:` and the code' },
    title: { type: 'string' as const, description: 'a sentence for a person' },
    status: { type: 'integer' as const },
    code: { type: 'string' as const, enum: [...PROBLEM_CODES] },
    detail: { type: 'string' as const, description: 'what exactly is wrong, for a person' },
    retryAfter: { type: 'integer' as const, minimum: 0, description: 'seconds' },
    act: {
      type: 'string' as const,
      enum: [...TOUCHED_ACTS],
      description: 'what a settled way in has to be used for first',
    },
    target: { type: 'string' as const, description: 'the id of what the act is done to' },
    ceremony: { type: 'string' as const, description: 'takes the account back' },
    cause: {
      type: 'string' as const,
      enum: ['recovery', 'removed'],
      description: 'whether a recovery took the way in away, or somebody who was signed in',
    },
    retiredAt: { type: 'integer' as const, description: 'when the way in was taken away, in milliseconds since 1970' },
    until: { type: 'integer' as const, description: 'until when it takes the account back' },
    settlesAt: { type: 'integer' as const, description: 'when the first way in settles, in milliseconds since 1970' },
  },
  required: ['type', 'title', 'status', 'code'],
  additionalProperties: false,
}

/** RFC 6749 §5.2. Listed in testing mode, because only a testing route uses it yet. */
export const OAUTH_ERROR = {
  type: 'object' as const,
  properties: {
    error: { type: 'string' as const, description: 'the code of RFC 6749' },
    error_description: { type: 'string' as const, description: 'a sentence for a developer' },
  },
  required: ['error', 'error_description'],
  additionalProperties: false,
}
export const OAUTH_EXAMPLE = {
  summary: 'The request is malformed.',
  value: { error: 'invalid_request', error_description: 'The request is malformed.' },
}
