/** Every way the product says no. Status and sentence of each live in `server/http/problems.ts`. */
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

export type RefusalDetails = {
  /** What is wrong, in the product's words: shown to the person. Never a secret, never the cause of a failed sign-in. */
  reason?: string
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
