import { DatabaseUnavailableError } from '#db/engine/database.ts'
import type { Catalogue } from '#server/words/en.ts'

/** Every way the product says no. The status of each lives in `server/http/edge/problems.ts`, its sentence in the catalogue. */
export type RefusalCode =
  | 'invalid_input'
  | 'wrong_origin'
  | 'wrong_host'
  | 'not_signed_in'
  | 'sign_in_failed'
  | 'unknown_passkey'
  | 'code_wrong'
  | 'ceremony_over'
  | 'confirmation_required'
  | 'confirmation_failed'
  | 'forbidden'
  | 'not_found'
  | 'method_not_allowed'
  | 'email_taken'
  | 'passkey_taken'
  | 'passkey_refused'
  | 'too_many_passkeys'
  | 'last_way_in'
  | 'recovery_not_ready'
  | 'on_hold'
  | 'password_too_weak'
  | 'too_many_attempts'
  | 'too_large'
  | 'unsupported_type'
  | 'unavailable'

export type RefusalDetails = {
  /** Which sentence of the catalogue tells the person what is wrong. Never the cause of a failed sign-in. */
  reason?: keyof Catalogue['reasons']
  /** The numbers in that sentence. */
  numbers?: Record<string, number>
  /** Which part of the input is malformed, for whoever writes a client: not translated. Never a secret. */
  malformed?: string
  /** After how many seconds it is worth trying again. */
  retryAfter?: number
}

/** A refusal: thrown by rules, steps and use-cases, turned into an answer at the edge. Anything else thrown is our fault. */
export class AppError extends Error {
  readonly code: RefusalCode
  readonly details: RefusalDetails

  constructor(code: RefusalCode, details: RefusalDetails = {}) {
    super(code)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }
}

/** Tells whether the database could not be used now, and did nothing: no refusal of ours, but no fault either. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof DatabaseUnavailableError
}
