import { describe, expect, test } from 'vitest'
import { readConfig } from '#server/config/config.ts'
import { AppError } from '#server/errors.ts'
import { verifyAssertion } from '#server/passkeys/verify-assertion.ts'
import { verifyRegistration } from '#server/passkeys/verify-registration.ts'
import { type Mended, makeVector, type Spec, type Vector } from '#tests/helpers/spec-vectors.ts'

const config = readConfig({
  ORIGIN: 'https://example.org',
  RP_ID: 'example.org',
  SECRET: 'Zm9yIHRlc3RzIG9ubHk6IHRoZSBzZWNyZXQgb2YgdmVjdG9ycyE',
  RESEND_API_KEY: 're_test',
  MAIL_FROM: 'id@example.org',
})

/** Whether we accept a vector, or else why not. */
type Outcome = 'accepted' | 'user verification' | 'cross-origin' | 'attestation' | 'algorithm' | 'signature'

/** The vectors of WebAuthn L3 §16.2 to §16.16: what becomes of their registration and of their assertion. */
const VECTORS: [Spec, registration: Outcome[], assertion: Outcome][] = [
  [{ info: 'none.ES256' }, ['user verification'], 'user verification'],
  [{ info: 'packed-self.ES256', format: 'packed-self' }, ['accepted'], 'user verification'],
  [{ info: 'none.ES256.crossOrigin', crossOrigin: true }, ['cross-origin'], 'cross-origin'],
  [
    { info: 'none.ES256.topOrigin', crossOrigin: true, topOrigin: true },
    ['cross-origin', 'user verification'],
    'cross-origin',
  ],
  [{ info: 'none.ES256.long-credential-id', idLength: 1_023 }, ['user verification'], 'accepted'],
  [{ info: 'packed.ES256', format: 'packed' }, ['attestation'], 'accepted'],
  [{ info: 'packed.ES384', format: 'packed', key: 'ES384' }, ['algorithm'], 'signature'],
  [{ info: 'packed.ES512', format: 'packed', key: 'ES512' }, ['algorithm'], 'user verification'],
  [{ info: 'packed.RS256', format: 'packed', key: 'RS256' }, ['attestation'], 'user verification'],
  [{ info: 'packed.EdDSA', format: 'packed', key: 'EdDSA' }, ['attestation', 'user verification'], 'user verification'],
  [{ info: 'packed.Ed448', format: 'packed', key: 'Ed448' }, ['algorithm'], 'signature'],
  [{ info: 'tpm.ES256', format: 'tpm' }, ['attestation'], 'accepted'],
  [{ info: 'android-key.ES256', format: 'android-key' }, ['attestation'], 'user verification'],
  [{ info: 'apple.ES256', format: 'apple' }, ['attestation', 'user verification'], 'user verification'],
  [{ info: 'fido-u2f.ES256', format: 'fido-u2f' }, ['attestation', 'user verification'], 'user verification'],
]

/** What is taken out of a vector so that it is no longer refused for one reason. */
const MENDED: Partial<Record<Outcome, Mended>> = {
  'user verification': { verified: true },
  'cross-origin': { crossOrigin: false },
  attestation: { format: 'none' },
}

function register({ registration: { id, ...response }, challenges }: Vector) {
  const credential = { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} } as const
  return verifyRegistration(config, credential, { challenge: challenges.registration })
}

function assert({ registration: { id }, assertion, challenges, publicKey, authData }: Vector) {
  const credential = { id, rawId: id, type: 'public-key', response: assertion, clientExtensionResults: {} } as const
  const backupEligible = ((authData[32] ?? 0) & 0x08) !== 0
  const passkey = { credentialId: id, publicKey: publicKey.toString('base64url'), backupEligible }
  return verifyAssertion(config, credential, {
    challenge: challenges.assertion,
    passkey,
    handle: '',
    handleRequired: false,
  })
}

const isSupported = ({ key = 'ES256' }: Spec) => ['ES256', 'RS256', 'EdDSA'].includes(key)

function registrationOf(vector: Vector): 'accepted' | 'passkey_refused' {
  try {
    register(vector)
    return 'accepted'
  } catch (error) {
    if (error instanceof AppError && error.code === 'passkey_refused') return error.code
    throw error
  }
}

describe.each(VECTORS)('the vector $info of WebAuthn L3', (spec, registration, assertion) => {
  test('W25 W27 registers, or is refused for exactly the reasons that are listed', () => {
    const isRight = registration[0] === 'accepted'
    expect(registrationOf(makeVector(spec))).toBe(isRight ? 'accepted' : 'passkey_refused')
    for (const [cause] of Object.entries(MENDED) as [Outcome, Mended][]) {
      const others = Object.entries(MENDED).flatMap(([name, mended]) => (name === cause ? [] : [mended]))
      const outcome = registrationOf(makeVector(spec, Object.assign({}, ...others)))
      const isAccepted = isSupported(spec) && !registration.includes(cause)
      expect(outcome, cause).toBe(isAccepted ? 'accepted' : 'passkey_refused')
    }
  })

  test('W25 W26 signs in, or is refused for exactly the reason that is listed', () => {
    const outcome = assert(makeVector(spec))
    expect(outcome).toMatchObject(
      assertion === 'accepted' ? { verified: true, signCount: 0 } : { verified: false, cause: assertion },
    )
    const mended = assert(makeVector(spec, { verified: true, crossOrigin: false }))
    expect(mended).toMatchObject(isSupported(spec) ? { verified: true } : { verified: false, cause: 'signature' })
  })
})
