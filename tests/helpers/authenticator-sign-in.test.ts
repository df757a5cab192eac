import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type AuthenticationTwist, createAuthenticator } from './authenticator.ts'
import * as signatures from './authenticator/hostile/signatures.ts'
import { ORIGIN, request, authenticate, registered } from '#tests/helpers/authenticator-steps.ts'

describe('a hostile sign-in', () => {
  test.each<[string, AuthenticationTwist, RegExp]>([
    ['another type', { clientData: (honest) => ({ ...honest, type: 'webauthn.create' }) }, /response type/],
    ['another challenge', { clientData: (honest) => ({ ...honest, challenge: 'AAAA' }) }, /challenge/],
    ['another origin', { clientData: (honest) => ({ ...honest, origin: 'https://evil.example' }) }, /origin/],
    [
      'a foreign top origin',
      { clientData: (honest) => ({ ...honest, crossOrigin: true, topOrigin: 'https://evil.example' }) },
      /top origin/,
    ],
    ['another RP ID', { rpId: 'evil.example' }, /RP ID/i],
    ['no presence', { flags: { up: false } }, /not present/],
    ['no verification', { flags: { uv: false } }, /verification/],
    ['backed up, though never eligible', { flags: { be: false, bs: true } }, /backed up/],
    ['a lower counter', { signCount: 1 }, /counter/],
    [
      'bytes after the authenticator data',
      { authenticatorData: (honest) => Buffer.concat([honest, Buffer.from([0])]) },
      /leftover/i,
    ],
  ])('is refused by the library for %s', async (_, twist, reason) => {
    const { authenticator, credential } = await registered()
    await expect(authenticate(authenticator.get(request(), twist), credential)).rejects.toThrow(reason)
  })

  test.each(
    Object.entries({
      'a flipped bit': signatures.flippedBit,
      zeros: signatures.zeros,
      nothing: signatures.empty,
      'a pair of zeros': signatures.zeroPair,
      'DER junk': signatures.derJunk,
    }),
  )('does not verify with %s as its signature', async (_, signature) => {
    const { authenticator, credential } = await registered()
    const outcome = await authenticate(authenticator.get(request(), { signature }), credential).catch(() => ({
      verified: false,
    }))
    expect(outcome.verified).toBe(false)
  })

  test('does not verify when another key signs', async () => {
    const { authenticator, credential } = await registered()
    const other = await registered()
    const [stranger] = other.authenticator.passkeys
    expect(
      await authenticate(authenticator.get(request(), { privateKey: stranger?.privateKey }), credential),
    ).toMatchObject({ verified: false })
  })

  test('is accepted by the library with a foreign user handle, another id and a changed backup flag', async () => {
    const { authenticator, credential } = await registered()
    const twist = {
      userHandle: Buffer.from('somebody else'),
      outerId: randomBytes(32),
      flags: { be: false, bs: false },
    }
    expect(await authenticate(authenticator.get(request(), twist), credential)).toMatchObject({ verified: true })
    expect(authenticator.get(request(), { userHandle: null }).response).not.toHaveProperty('userHandle')
  })

  test('can use a passkey cloned into another authenticator', async () => {
    const { authenticator, credential } = await registered()
    const thief = createAuthenticator({ origin: ORIGIN })
    thief.passkeys.push(...authenticator.passkeys.map((passkey) => ({ ...passkey, signCount: 7 })))
    expect(await authenticate(thief.get(request()), credential)).toMatchObject({
      verified: true,
      authenticationInfo: { newCounter: 7 },
    })
    expect(authenticator.passkeys).toMatchObject([{ signCount: 1 }])
  })
})
