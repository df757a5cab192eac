import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { creationOptions, requestOptions } from '#server/passkeys/webauthn.ts'
import { verifyAssertion } from '#server/passkeys/verify-assertion.ts'
import { verifyRegistration } from '#server/passkeys/verify-registration.ts'
import type { AuthenticationTwist, RegistrationTwist } from '#tests/helpers/authenticator.ts'
import { flippedBit } from '#tests/helpers/authenticator/hostile/signatures.ts'
import { makeAuthenticator } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'

// The two verification functions without the HTTP edge, which refuses some of this earlier.
const HANDLE = randomBytes(64).toString('base64url')
const owner = { handle: HANDLE, name: 'ada@example.com', displayName: 'Ada' }
const CHALLENGE = 'AAAA'

/** An authenticator, and the options a browser would pass to it, with any challenge. */
function ceremonies() {
  const { config } = makeWorld()
  const authenticator = makeAuthenticator({ config } as ReturnType<typeof makeWorld>)
  return {
    config,
    authenticator,
    register: async (twist: RegistrationTwist = {}, challenge = CHALLENGE) => {
      const options = await creationOptions(config, { owner, challenge: CHALLENGE, existing: [] })
      return verifyRegistration(config, authenticator.create({ ...options, challenge }, twist), { challenge })
    },
    signIn: async (
      passkey: { credentialId: string; publicKey: string; backupEligible: boolean },
      twist: AuthenticationTwist = {},
      { challenge = CHALLENGE, handleRequired = true } = {},
    ) => {
      const options = await requestOptions(config, { challenge: CHALLENGE, allowed: 'any' })
      return verifyAssertion(config, authenticator.get({ ...options, challenge }, twist), {
        challenge,
        passkey,
        handle: HANDLE,
        handleRequired,
      })
    },
  }
}

describe('a registration', () => {
  const REFUSED = { code: 'passkey_refused' }

  test('R8 is refused without an expected challenge, even if the answer has none either', async () => {
    const { register } = ceremonies()
    await expect(register({}, '')).rejects.toMatchObject(REFUSED)
    expect(await register()).toMatchObject({ signCount: 0 })
  })

  test('R25 has an id of 1 to 1023 bytes', async () => {
    const { register } = ceremonies()
    for (const length of [1, 1_023])
      expect(await register({ credentialId: randomBytes(length) })).toMatchObject({ signCount: 0 })
    for (const length of [0, 1_024, 60_000])
      await expect(register({ credentialId: randomBytes(length), outerId: randomBytes(8) })).rejects.toMatchObject(
        REFUSED,
      )
    for (const length of [1_024, 2_000])
      await expect(register({ credentialId: randomBytes(length) })).rejects.toMatchObject(REFUSED)
  })

  test('R26b has the same id in id, rawId and the attested data', async () => {
    const { register } = ceremonies()
    await expect(register({ outerId: randomBytes(32) })).rejects.toMatchObject(REFUSED)
    await expect(
      register({ response: (honest) => ({ ...honest, rawId: randomBytes(32).toString('base64url') }) }),
    ).rejects.toMatchObject(REFUSED)
    await expect(
      register({ response: (honest) => ({ ...honest, id: randomBytes(32).toString('base64url') }) }),
    ).rejects.toMatchObject(REFUSED)
  })

  test.each<[string, unknown]>([
    ['a number', 0],
    ['a text', ''],
    ['bytes', Buffer.alloc(0)],
    ['full', new Map([['alg', -7]])],
  ])('R21 of format none with %s as its statement is refused', async (_, attStmt) => {
    const { register } = ceremonies()
    await expect(register({ attestation: () => ({ fmt: 'none', attStmt: attStmt as never }) })).rejects.toMatchObject(
      REFUSED,
    )
  })

  test('R27 without transports stores none', async () => {
    const { register } = ceremonies()
    const silent: RegistrationTwist = {
      response: (honest) => ({ ...honest, response: { ...honest.response, transports: undefined } }),
    }
    expect(await register(silent)).toMatchObject({ transports: [] })
  })
})

describe('a refused assertion gives its cause for the owner’s activity:', () => {
  const CAUSES: [string, AuthenticationTwist][] = [
    ['credential id', { outerId: randomBytes(32) }],
    ['user handle', { userHandle: null }],
    ['user handle', { userHandle: randomBytes(64) }],
    ['client data', { clientDataRaw: (honest) => Buffer.concat([honest, Buffer.from('}')]) }],
    ['cross-origin', { clientData: (honest) => ({ ...honest, crossOrigin: true }) }],
    ['cross-origin', { clientData: (honest) => ({ ...honest, topOrigin: 'https://evil.example' }) }],
    ['signature', { signature: flippedBit }],
    ['type', { clientData: (honest) => ({ ...honest, type: 'webauthn.create' }) }],
    ['challenge', { clientData: (honest) => ({ ...honest, challenge: 'BBBB' }) }],
    ['origin', { clientData: (honest) => ({ ...honest, origin: 'https://evil.example' }) }],
    ['origin', { clientData: (honest) => ({ ...honest, origin: undefined }) }],
    ['RP ID', { rpId: 'evil.example' }],
    ['authenticator data', { authenticatorData: (honest) => Buffer.concat([honest, Buffer.from([0])]) }],
    ['authenticator data', { authenticatorData: (honest) => honest.subarray(0, 36) }],
    ['user presence', { flags: { up: false } }],
    ['user verification', { flags: { uv: false } }],
    ['backup state', { flags: { be: false, bs: true } }],
    ['backup eligibility', { flags: { be: false, bs: false } }],
  ]

  test.each(CAUSES)('%s', async (cause, twist) => {
    const { register, signIn } = ceremonies()
    const passkey = await register()
    expect(await signIn(passkey, twist)).toEqual({ verified: false, cause })
    expect(await signIn(passkey)).toEqual({ verified: true, signCount: 0, backupState: true })
  })

  test('A11 challenge, without an expected one, even if the answer has none either', async () => {
    const { register, signIn } = ceremonies()
    expect(await signIn(await register(), {}, { challenge: '' })).toEqual({ verified: false, cause: 'challenge' })
  })

  test('A6a user handle, if one is given, but not if none is needed', async () => {
    const { register, signIn } = ceremonies()
    const passkey = await register()
    expect(await signIn(passkey, { userHandle: null }, { handleRequired: false })).toMatchObject({ verified: true })
    expect(await signIn(passkey, { userHandle: randomBytes(64) }, { handleRequired: false })).toEqual({
      verified: false,
      cause: 'user handle',
    })
  })

  test('credential id, if id and rawId differ', async () => {
    const { register, signIn } = ceremonies()
    const passkey = await register()
    const judged = await signIn(passkey, {
      response: (honest) => ({ ...honest, rawId: randomBytes(32).toString('base64url') }),
    })
    expect(judged).toEqual({ verified: false, cause: 'credential id' })
  })

  test('16.4.1 a fixed word, for any text from the client', async () => {
    const { register, signIn } = ceremonies()
    const judged = await signIn(await register(), {
      clientData: (honest) => ({ ...honest, origin: `https://${'evil.'.repeat(200)}example` }),
    })
    expect(judged).toEqual({ verified: false, cause: 'origin' })
  })
})
