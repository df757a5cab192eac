import type { Context } from 'hono'
import type { AppError, RefusalCode } from '#server/errors.ts'
import { ipOf, languageFor } from '#server/http/edge/context.ts'
import type { Edge } from '#server/http/edge/edge.ts'
import { faultResponse, problemResponse } from '#server/http/edge/problems.ts'
import { oauthErrorResponse } from '#server/http/edge/oauth-errors.ts'
import { toRefusal } from '#server/http/edge/to-refusal.ts'

/** Refusals that may be an attack: bypassed controls, wrong secrets, other people's things. They are logged. */
const SUSPICIOUS = new Set<RefusalCode>([
  'wrong_origin',
  'unsupported_type',
  'too_large',
  'invalid_input',
  'too_many_attempts',
  'ceremony_over',
  'sign_in_failed',
  'unknown_passkey',
  'code_wrong',
  'confirmation_failed',
  'confirmation_required',
  'forbidden',
  'not_found',
])
const LONGEST_LOGGED_PATH = 200

/**
 * Returns the answer to a thrown error: a refusal in its route's format, or a fault without its cause. Logs possible attacks and
 * faults.
 */
export function answerError(error: Error, c: Context<Edge>): Response {
  const { log } = c.get('world')
  const refusal = toRefusal(error)
  if (!refusal) log('error', 'A request failed', { path: c.req.path, error: error.stack })
  if (refusal?.code === 'unavailable' || refusal?.code === 'outcome_unknown')
    log('error', 'The database could not be used', { path: c.req.path, error: error.message })
  // A possible attack is logged, whether or not an account is known.
  if (refusal && SUSPICIOUS.has(refusal.code)) {
    log('warn', 'A request was refused', {
      code: refusal.code,
      method: c.req.method,
      path: c.req.path.slice(0, LONGEST_LOGGED_PATH),
      ip: ipOf(c),
    })
  }
  return written(refusal, c)
}

/** Writes a refusal, or a fault where there is none, as the route's pipeline does. */
function written(refusal: AppError | undefined, c: Context<Edge>): Response {
  const pipeline = c.get('pipeline')
  if (pipeline?.errors === 'oauth') return oauthErrorResponse(refusal)
  const response = refusal ? problemResponse(refusal, languageFor(c)) : faultResponse(languageFor(c))
  // RFC 6750 §3: a request without a token gets a bare challenge, one with a wrong token `invalid_token`.
  if (pipeline?.name === 'bearer' && refusal?.code === 'not_signed_in') {
    const error = c.req.header('authorization') === undefined ? '' : ' error="invalid_token"'
    response.headers.set('www-authenticate', `Bearer${error}`)
  }
  return response
}
