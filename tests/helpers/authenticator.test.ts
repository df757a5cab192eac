import { describe, expect, test } from 'vitest'
import { createAuthenticator } from './authenticator.ts'
import { type Algorithm } from './authenticator/algorithms.ts'
import { packedSelfAttestation } from './authenticator/attestation.ts'
import { ORIGIN, ALGORITHMS, creation, request, register, authenticate } from '#tests/helpers/authenticator-steps.ts'

describe('an honest authenticator', () => {
  test.each(ALGORITHMS)('W28 registers and signs in with algorithm %i', async (algorithm) => {
    const authenticator = createAuthenticator({ origin: ORIGIN, algorithm, counter: 'counting' })

    const { registrationInfo } = await register(authenticator.create(creation()))
    expect(registrationInfo).toMatchObject({
      fmt: 'none',
      userVerified: true,
      credentialDeviceType: 'multiDevice',
      credentialBackedUp: true,
    })

    const signIn = await authenticate(authenticator.get(request()), registrationInfo?.credential)
    expect(signIn).toMatchObject({ verified: true, authenticationInfo: { newCounter: 2 } })
  })

  test.each<Algorithm>([-35, -36])('can also offer algorithm %i, which a server should refuse', async (algorithm) => {
    const authenticator = createAuthenticator({ origin: ORIGIN })
    const response = authenticator.create(creation(), { algorithm })

    await expect(register(response)).rejects.toThrow(`Unexpected public key alg "${algorithm}"`)
    const { registrationInfo } = await register(response, { supportedAlgorithmIDs: [algorithm] })
    expect(await authenticate(authenticator.get(request()), registrationInfo?.credential)).toMatchObject({
      verified: true,
    })
  })

  test.each<Algorithm>([-48, -65535])('can attest algorithm %i, which was not requested', async (algorithm) => {
    const response = createAuthenticator({ origin: ORIGIN }).create(creation(), { algorithm })
    await expect(register(response)).rejects.toThrow(`Unexpected public key alg "${algorithm}"`)
  })

  test.each(ALGORITHMS)('makes a packed self attestation with algorithm %i', async (algorithm) => {
    const authenticator = createAuthenticator({ origin: ORIGIN, algorithm })
    const response = authenticator.create(creation(), { attestation: packedSelfAttestation })
    expect(await register(response)).toMatchObject({ verified: true, registrationInfo: { fmt: 'packed' } })
  })

  test('reports its provider, transports, backup flags and user handle', async () => {
    const aaguid = 'ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4'
    const authenticator = createAuthenticator({ origin: ORIGIN, aaguid, backupEligible: false, transports: ['usb'] })

    const { registrationInfo } = await register(authenticator.create(creation()))
    expect(registrationInfo).toMatchObject({
      aaguid,
      credentialDeviceType: 'singleDevice',
      credential: { transports: ['usb'], counter: 0 },
    })
    expect(authenticator.get(request()).response.userHandle).toBe(creation().user.id)
  })

  test('refuses like a browser: an excluded passkey, an unknown one, an unsupported algorithm', () => {
    const authenticator = createAuthenticator({ origin: ORIGIN, algorithm: -257 })
    const { id } = authenticator.create(creation())
    const excluding = creation({ excludeCredentials: [{ id, type: 'public-key' }] })

    expect(() => authenticator.create(excluding)).toThrow('already holds')
    expect(() => authenticator.get(request({ allowCredentials: [{ id: 'b3RoZXI', type: 'public-key' }] }))).toThrow(
      'no passkey',
    )
    expect(() => authenticator.create(creation({ pubKeyCredParams: [{ alg: -7, type: 'public-key' }] }))).toThrow(
      'algorithms',
    )
    expect(authenticator.create(excluding, { ignoreExcluded: true }).id).not.toBe(id)
  })

  test('offers the newest passkey, or the one the site allows', () => {
    const authenticator = createAuthenticator({ origin: ORIGIN })
    const [first, second] = [authenticator.create(creation()), authenticator.create(creation())]

    expect(authenticator.get(request()).id).toBe(second.id)
    expect(authenticator.get(request({ allowCredentials: [{ id: first.id, type: 'public-key' }] })).id).toBe(first.id)
  })
})
