import { DatabaseUnavailableError, OutcomeUnknownError } from '#db/engine/database.ts'
import type { Touch } from '#server/touches.ts'
import type { Catalogue } from '#server/words/en.ts'

/** Every code of a refusal. `server/http/edge/problems.ts` has the status of each, the catalogue has its sentence. */
export type RefusalCode =
  | 'invalid_input'
  | 'wrong_origin'
  | 'wrong_host'
  | 'not_signed_in'
  | 'sign_in_failed'
  | 'unknown_passkey'
  | 'way_retired'
  | 'code_wrong'
  | 'ceremony_over'
  | 'confirmation_required'
  | 'confirmation_failed'
  | 'touch_required'
  | 'not_settled'
  | 'forbidden'
  | 'not_found'
  | 'method_not_allowed'
  | 'email_taken'
  | 'passkey_taken'
  | 'passkey_refused'
  | 'too_many_passkeys'
  | 'last_way_in'
  | 'recovery_not_ready'
  | 'suspended'
  | 'awaiting_approval'
  | 'sign_up_closed'
  | 'invitation_needed'
  | 'invitation_over'
  | 'locked'
  | 'own_account'
  | 'outranked'
  | 'last_owner'
  | 'not_ready'
  | 'conflict'
  | 'on_hold'
  | 'password_too_weak'
  | 'picture_unusable'
  | 'too_many_attempts'
  | 'too_large'
  | 'unsupported_type'
  | 'unavailable'
  | 'outcome_unknown'

export type RefusalDetails = {
  /** The sentence of the catalogue that explains the refusal. Never the cause of a failed sign-in. */
  reason?: keyof Catalogue['reasons']
  /** The numbers in that sentence. */
  numbers?: Record<string, number>
  /** The malformed part of the input, for developers of clients. It is not translated and never holds a secret. */
  malformed?: string
  /** What a settled way in has to be used for first. */
  touch?: Touch
  /** When the first way in settles (epoch milliseconds). */
  settlesAt?: number
  /** The ceremony with which a way in that was taken away takes the account back, when it was, and until when. */
  takeBack?: { ceremony: string; cause: 'recovery' | 'removed'; retiredAt: number; until: number }
  /** Seconds after which the client can try again. */
  retryAfter?: number
}

/**
 * A refusal. Rules, steps and use-cases throw it, and `server/http` turns it into a response. Any other error is a
 * fault of the server.
 */
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

/** Returns whether the error means that the database is unavailable and has changed nothing. */
export function isUnavailable(error: unknown): boolean {
  return error instanceof DatabaseUnavailableError
}

/** Returns whether the error means that nobody knows whether the database has kept a change. */
export function isOutcomeUnknown(error: unknown): boolean {
  return error instanceof OutcomeUnknownError
}
