import type { Context } from 'hono'
import type { AppError, RefusalCode } from '#server/errors.ts'
import { ipOf, languageFor } from '#server/http/edge/context.ts'
import type { Edge } from '#server/http/edge/edge.ts'
import { faultResponse, oauthErrorResponse, problemResponse } from '#server/http/edge/problems.ts'
import { toRefusal } from '#server/http/edge/to-refusal.ts'

/** Refusals of what somebody may have tried on purpose: controls gone around, wrong secrets, other people's things. */
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

/** Answers what a handler threw: a refusal as its route writes it, a fault of ours with nothing of its cause. Logs both. */
export function answerError(error: Error, c: Context<Edge>): Response {
  const { log } = c.get('world')
  const refusal = toRefusal(error)
  if (!refusal) log('error', 'A request failed', { path: c.req.path, error: error.stack })
  if (refusal?.code === 'unavailable')
    log('error', 'The database could not be used', { path: c.req.path, error: error.message })
  // What may be somebody trying to get in is written down, whether or not an account is known.
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
  // RFC 6750 §3: without a token nothing is said of it, and a token that opens nothing is `invalid_token`.
  if (pipeline?.name === 'bearer' && refusal?.code === 'not_signed_in') {
    const error = c.req.header('authorization') === undefined ? '' : ' error="invalid_token"'
    response.headers.set('www-authenticate', `Bearer${error}`)
  }
  return response
}
