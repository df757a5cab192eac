import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { AppError, type RefusalCode } from '#server/errors.ts'
import { problemResponse } from '#server/http/edge/problems.ts'

/** The documented statuses. */
const PROMISED: Partial<Record<RefusalCode, number>> = {
  invalid_input: 400,
  wrong_origin: 403,
  not_signed_in: 401,
  sign_in_failed: 401,
  unknown_passkey: 401,
  code_wrong: 401,
  ceremony_over: 410,
  confirmation_required: 403,
  forbidden: 403,
  not_found: 404,
  email_taken: 409,
  passkey_taken: 409,
  passkey_refused: 422,
  last_way_in: 409,
  recovery_not_ready: 409,
  on_hold: 409,
  password_too_weak: 422,
  picture_unusable: 422,
  too_many_attempts: 429,
  too_large: 413,
  unsupported_type: 415,
  unavailable: 503,
  outcome_unknown: 504,
}

// The union's members, read from its source, because types do not exist at run time.
const source = readFileSync(new URL('../../../../server/errors.ts', import.meta.url), 'utf8')
const CODES = [...source.matchAll(/^ {2}\| '(\w+)'$/gm)].map(([, code]) => code as RefusalCode)

test('this test reads the whole union of codes', () => {
  expect(CODES.length).toBeGreaterThanOrEqual(Object.keys(PROMISED).length)
  for (const code of Object.keys(PROMISED)) expect(CODES).toContain(code)
})

test.each(CODES)('%s has a status and a title', async (code) => {
  const response = problemResponse(new AppError(code))
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
  const body = (await response.json()) as Record<string, unknown>
  expect(Object.keys(body).toSorted()).toEqual(['code', 'status', 'title', 'type'])
  expect(body).toMatchObject({
    code,
    status: response.status,
    type: `urn:latchkey:problem:${code}`,
    title: expect.stringMatching(/^[A-Z].*[.!]$/),
  })
  expect(response.status).toBeGreaterThanOrEqual(400)
  expect(response.status >= 500).toBe(['unavailable', 'outcome_unknown'].includes(code))
  expect([undefined, response.status]).toContain(PROMISED[code])
})

test('a problem includes its reason, and its waiting time also as Retry-After', async () => {
  const response = problemResponse(new AppError('too_many_attempts', { reason: 'codeShape', retryAfter: 42 }))
  expect(response.headers.get('retry-after')).toBe('42')
  expect(await response.json()).toMatchObject({
    detail: 'That is neither a six-digit code nor a backup code.',
    retryAfter: 42,
  })
})
