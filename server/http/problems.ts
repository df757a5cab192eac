import { AppError, type RefusalCode } from '#server/errors.ts'

type Problem = { status: 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 415 | 421 | 422 | 429; title: string }

/** Status and sentence of every refusal: the only place where either is decided. */
const PROBLEMS: Record<RefusalCode, Problem> = {
  invalid_input: { status: 400, title: 'Something in what was sent is missing or not right.' },
  wrong_origin: { status: 403, title: 'This was not sent from our own pages.' },
  wrong_host: { status: 421, title: 'This server answers under another address.' },
  not_signed_in: { status: 401, title: 'You are not signed in.' },
  sign_in_failed: { status: 401, title: 'That did not sign you in. Try again, or use another way.' },
  unknown_passkey: { status: 401, title: 'This passkey is not known here. It may have been removed from the account.' },
  code_wrong: { status: 401, title: 'That code is not right. Check it and try again.' },
  ceremony_over: { status: 410, title: 'This step has run out or was already used. Start it again.' },
  confirmation_required: { status: 403, title: 'Confirm that it is you first.' },
  confirmation_failed: { status: 403, title: 'That did not confirm it is you. Try again.' },
  forbidden: { status: 403, title: 'That is not allowed.' },
  not_found: { status: 404, title: 'There is nothing here.' },
  method_not_allowed: { status: 405, title: 'That cannot be done here.' },
  email_taken: { status: 409, title: 'This address belongs to an account already. Sign in instead.' },
  passkey_taken: { status: 409, title: 'This passkey is registered already.' },
  passkey_refused: { status: 422, title: 'This passkey could not be accepted. Try again, or use another device.' },
  too_many_passkeys: { status: 409, title: 'You have as many passkeys as an account can hold. Remove one first.' },
  last_way_in: { status: 409, title: 'This is your last way in. Add another one before you remove it.' },
  recovery_not_ready: { status: 409, title: 'The wait is not over yet.' },
  on_hold: { status: 409, title: 'That is on hold for now, to protect the account.' },
  password_too_weak: { status: 422, title: 'This password is too easy to guess.' },
  too_many_attempts: { status: 429, title: 'Too many tries. Wait a little, then try again.' },
  too_large: { status: 413, title: 'That is too large.' },
  unsupported_type: { status: 415, title: 'Send JSON, with the content type application/json.' },
}

/** The answer to a refusal: RFC 9457 problem details with a stable `code`. A retry time is in seconds. */
export function problemResponse({ code, details }: AppError): Response {
  const { status, title } = PROBLEMS[code]
  const { reason, retryAfter } = details
  const body = { type: `urn:latchkey:problem:${code}`, title, status, code, detail: reason, retryAfter }
  return problem(status, body, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) })
}

/** The answer to a fault of ours: nothing of its cause. */
export function faultResponse(): Response {
  return problem(500, { type: 'urn:latchkey:problem:fault', title: 'Something went wrong.', status: 500, code: 'fault' }, {})
}

function problem(status: number, body: Record<string, unknown>, headers: Record<string, string>): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers } })
}
