import { HOTP, Secret, TOTP } from 'otpauth'
import { describe, expect, test } from 'vitest'
import { keyUri, newSecret, stepOf } from '#server/totp/otp.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { codeAt, STEP } from '#tests/server/second-factor/steps.ts'

const DIGITS = '1234567890'
const SEED = { SHA1: DIGITS.repeat(2), SHA256: DIGITS.repeat(4).slice(0, 32), SHA512: DIGITS.repeat(7).slice(0, 64) }
const HOTP_CODES = ['755224', '287082', '359152', '969429', '338314', '254676', '287922', '162583', '399871', '520489']
const TIMES = [59, 1_111_111_109, 1_111_111_111, 1_234_567_890, 2_000_000_000, 20_000_000_000]
const TOTP_CODES = {
  SHA1: ['94287082', '07081804', '14050471', '89005924', '69279037', '65353130'],
  SHA256: ['46119246', '68084774', '67062674', '91819424', '90698825', '77737706'],
  SHA512: ['90693936', '25091201', '99943326', '93441116', '38618901', '47863826'],
}
const RFC_SECRET = Secret.fromUTF8(SEED.SHA1).base32

test.each(HOTP_CODES.map((code, counter) => [counter, code] as const))(
  'T1 RFC 4226 App. D: counter %i gives %s',
  (counter, code) => {
    expect(new HOTP({ secret: Secret.fromUTF8(SEED.SHA1), digits: 6 }).generate({ counter })).toBe(code)
    expect(stepOf(RFC_SECRET, code, counter * STEP)).toBe(counter)
  },
)

describe.each(Object.entries(TOTP_CODES))('T2 RFC 6238 App. B with %s', (algorithm, codes) => {
  test.each(codes.map((code, index) => [TIMES[index] ?? 0, code] as const))('at %i s is %s', (time, code) => {
    // Object.entries forgets which keys it was given.
    const secret = Secret.fromUTF8(SEED[algorithm as keyof typeof SEED])
    expect(new TOTP({ secret, algorithm, digits: 8 }).generate({ timestamp: time * 1_000 })).toBe(code)
  })
})

test.each(TIMES.map((time, index) => [time, TOTP_CODES.SHA1[index]?.slice(2) ?? ''] as const))(
  'T2 at %i s our check accepts the last six digits, %s',
  (time, code) => {
    expect(stepOf(RFC_SECRET, code, time * 1_000)).toBe(Math.floor(time / 30))
  },
)

test('T3 a secret has 160 random bits, in base 32 without padding', () => {
  const asked: number[] = []
  const random = (bytes: number) => (asked.push(bytes), Buffer.from(SEED.SHA1).subarray(0, bytes))
  expect(newSecret(random)).toBe(RFC_SECRET)
  expect(asked).toEqual([20])
  expect(newSecret(makeWorld().random)).toMatch(/^[A-Z2-7]{32}$/)
})

describe('T4 the address for the app', () => {
  const uri = new URL(keyUri({ secret: RFC_SECRET, issuer: 'Ada: & Söhne', label: 'a+b:c@example.com' }))

  test('names the issuer twice, identical, percent-encoded and without a colon', () => {
    expect(uri.protocol).toBe('otpauth:')
    const [, path = ''] = /^otpauth:\/\/totp\/([^?]*)/.exec(uri.href) ?? []
    expect(path).toMatch(/^[\w%]+:[\w%.]+$/)
    expect(path.split(':').map(decodeURIComponent)).toEqual(['Ada  & Söhne', 'a+b c@example.com'])
    expect(uri.searchParams.get('issuer')).toBe('Ada  & Söhne')
  })

  test('contains SHA-1, six digits, thirty seconds and the secret', () => {
    const { secret, algorithm, digits, period } = Object.fromEntries(uri.searchParams)
    expect({ secret, algorithm, digits, period }).toEqual({
      secret: RFC_SECRET,
      algorithm: 'SHA1',
      digits: '6',
      period: '30',
    })
  })
})

test.each([
  [-2, undefined],
  [-1, 99],
  [0, 100],
  [1, 101],
  [2, undefined],
])('T9 a code %i steps away belongs to %s', (distance, step) => {
  const now = 100 * STEP
  for (const within of [0, STEP - 1])
    expect(stepOf(RFC_SECRET, codeAt(RFC_SECRET, now + distance * STEP), now + within)).toBe(step)
})
