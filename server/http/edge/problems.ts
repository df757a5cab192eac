import type { AppError, RefusalCode } from '#server/errors.ts'
import { type Language, LANGUAGES } from '#server/words/language.ts'
import { wordsIn } from '#server/words/translate.ts'

type Status = 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 421 | 422 | 429 | 503 | 504

/** The status of every refusal, decided here only. Sentences are in the catalogue. */
const STATUS: Record<RefusalCode, Status> = {
  invalid_input: 400,
  wrong_origin: 403,
  wrong_host: 421,
  not_signed_in: 401,
  sign_in_failed: 401,
  unknown_passkey: 401,
  way_retired: 409,
  code_wrong: 401,
  ceremony_over: 410,
  confirmation_required: 403,
  confirmation_failed: 403,
  touch_required: 403,
  not_settled: 403,
  forbidden: 403,
  not_found: 404,
  method_not_allowed: 405,
  email_taken: 409,
  passkey_taken: 409,
  passkey_refused: 422,
  too_many_passkeys: 409,
  last_way_in: 409,
  recovery_not_ready: 409,
  suspended: 403,
  awaiting_approval: 403,
  sign_up_closed: 403,
  invitation_needed: 403,
  invitation_over: 410,
  locked: 409,
  own_account: 409,
  outranked: 403,
  last_owner: 409,
  not_ready: 409,
  conflict: 409,
  on_hold: 409,
  password_too_weak: 422,
  picture_unusable: 422,
  too_many_attempts: 429,
  too_large: 413,
  unsupported_type: 415,
  unavailable: 503,
  outcome_unknown: 504,
}

/** Every refusal there is. */
export const REFUSAL_CODES = Object.keys(STATUS) as RefusalCode[]

type Problem = {
  type: string
  title: string
  status: number
  code: string
  detail?: string
  retryAfter?: number
  act?: string
  target?: string
  settlesAt?: number
  ceremony?: string
  cause?: 'recovery' | 'removed'
  retiredAt?: number
  until?: number
}

/** Returns a refusal as problem details (RFC 9457) with a stable `code`. `retryAfter` is seconds. */
export function problemOf({ code, details }: AppError, language: Language = LANGUAGES[0]): Problem {
  const { reason, numbers, malformed, retryAfter, touch, settlesAt, takeBack } = details
  const detail = reason === undefined ? malformed : wordsIn(language, 'reasons')(reason, numbers as never) // Whoever throws a reason adds its numbers; a test renders every sentence.
  return {
    type: `urn:latchkey:problem:${code}`,
    title: wordsIn(language, 'refusals')(code),
    status: STATUS[code],
    code,
    detail,
    retryAfter,
    act: touch?.act,
    target: touch?.target,
    settlesAt,
    ...takeBack,
  }
}

/** Returns a fault of ours as problem details, without its cause. */
export function faultOf(language: Language = LANGUAGES[0]): Problem {
  return {
    type: 'urn:latchkey:problem:fault',
    title: wordsIn(language, 'refusals')('fault'),
    status: 500,
    code: 'fault',
  }
}

/** Returns the answer to a refusal. */
export function problemResponse(refusal: AppError, language: Language = LANGUAGES[0]): Response {
  return answer(problemOf(refusal, language), language)
}

/** Returns the answer to a fault of ours. */
export function faultResponse(language: Language = LANGUAGES[0]): Response {
  return answer(faultOf(language), language)
}

function answer(problem: Problem, language: Language): Response {
  const { status, retryAfter } = problem
  const headers = {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': language,
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  }
  return new Response(JSON.stringify(problem), { status, headers })
}
