import { randomBytes } from 'node:crypto'
import {
  type AuthenticationResponseJSON,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server'
import { describe, expect, test } from 'vitest'
import { type AuthenticationTwist, type RegistrationTwist, createAuthenticator } from './authenticator.ts'
import { type Algorithm, generateRsaKeyPair } from './authenticator/algorithms.ts'
import { packedSelfAttestation } from './authenticator/attestation.ts'
import * as attestations from './authenticator/hostile/attestations.ts'
import * as objects from './authenticator/hostile/attestation-objects.ts'
import * as clientData from './authenticator/hostile/client-data.ts'
import * as keys from './authenticator/hostile/keys.ts'
import * as signatures from './authenticator/hostile/signatures.ts'

const ORIGIN = 'http://localhost:3000'
const ALGORITHMS: Algorithm[] = [-7, -257, -8]

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

describe('a hostile registration', () => {
  test.each<[string, RegistrationTwist, RegExp]>([
    ['another type', { clientData: (honest) => ({ ...honest, type: 'webauthn.get' }) }, /response type/],
    ['another challenge', { clientData: (honest) => ({ ...honest, challenge: 'AAAA' }) }, /challenge/],
    ['another origin', { clientData: (honest) => ({ ...honest, origin: 'https://evil.example' }) }, /origin/],
    ['an array as client data', { clientDataRaw: clientData.asArray }, /response type/],
    ['another RP ID', { rpId: 'evil.example' }, /RP ID/i],
    ['no presence', { flags: { up: false } }, /presence/],
    ['no verification', { flags: { uv: false } }, /verification/],
    ['backed up, though never eligible', { flags: { be: false, bs: true } }, /backed up/],
    ['no attested credential', { flags: { at: false } }, /leftover/i],
    ['another algorithm in the key', { coseKey: keys.claiming(-65535) }, /alg "-65535"/],
    ['bytes after the key', { coseKey: keys.withTrailingKeyBytes }, /leftover/i],
    ['the algorithm twice', { coseKey: keys.withDuplicateAlgorithm(-65535) }, /well formed/],
    ['none, with a statement', { attestation: attestations.noneWithStatement }, /unexpected attestation statement/],
    ['an unknown format', { attestation: attestations.unknownFormat }, /Unsupported Attestation Format/],
    ['a garbage certificate', { attestation: attestations.garbageCertificate }, /./],
    ['an empty TPM statement', { attestation: attestations.stating('tpm', { ver: '2.0' }) }, /./],
    ['an object cut in half', { attestationObject: objects.truncated(80) }, /./],
    ['deep nesting', { attestationObject: objects.deeplyNested(20_000) }, /call stack/],
    ['indefinite lengths', { attestationObject: objects.indefiniteLengths }, /Length not supported/],
    ['a huge length', { attestationObject: objects.hugeLength(2n ** 62n) }, /Length not supported/],
    ['a huge map', { attestationObject: objects.hugeMap }, /well formed/],
    ['duplicate keys', { attestationObject: objects.duplicateKeys }, /well formed/],
    ['null for a response', { response: () => null }, /./],
  ])('is refused by the library for %s', async (_, twist, reason) => {
    const response = createAuthenticator({ origin: ORIGIN }).create(creation(), twist)
    await expect(register(response)).rejects.toThrow(reason)
  })

  test('invalidates its own attestation', async () => {
    const twist: RegistrationTwist = { attestation: packedSelfAttestation, signature: signatures.flippedBit }
    expect(await register(createAuthenticator({ origin: ORIGIN }).create(creation(), twist))).toEqual({
      verified: false,
    })
  })

  // The server itself must refuse what the library accepts. A change here means that the library has changed.
  test.each<[string, RegistrationTwist]>([
    [
      'a framed page',
      { clientData: (honest) => ({ ...honest, crossOrigin: true, topOrigin: 'https://evil.example' }) },
    ],
    ['a byte order mark', { clientDataRaw: clientData.withByteOrderMark }],
    ['invalid UTF-8', { clientDataRaw: clientData.invalidUtf8 }],
    ['a duplicate member', { clientDataRaw: clientData.withDuplicate('origin', 'https://evil.example') }],
    ['an empty credential id', { credentialId: Buffer.alloc(0), outerId: randomBytes(16) }],
    ['a very long credential id', { credentialId: randomBytes(60_000) }],
    ['another id outside', { outerId: randomBytes(32) }],
    ['a point off the curve', { coseKey: keys.offCurve }],
    ['the point (0, 0)', { coseKey: keys.atOrigin }],
    ['a weak RSA key', { algorithm: -257, keyPair: generateRsaKeyPair(512) }],
    ['a few bytes cut from its end', { attestationObject: objects.truncated(7) }],
    ['bytes after its end', { attestationObject: objects.withTrailingBytes }],
    ['a length beyond its end', { attestationObject: objects.hugeLength(2n ** 31n) }],
    ['nested arrays in place of the statement', { attestationObject: objects.deeplyNested(500) }],
    ['large unrequested extensions', { extensions: new Map([['blob', randomBytes(10_000)]]) }],
    [
      'garbage transports',
      { response: (honest) => ({ ...honest, response: { ...honest.response, transports: ['<script>'] } }) },
    ],
  ])('is accepted by the library with %s', async (_, twist) => {
    const response = createAuthenticator({ origin: ORIGIN }).create(creation(), twist)
    expect(await register(response)).toMatchObject({ verified: true })
  })

  test('can sign for an RSA key with exponent one without its private key', async () => {
    const authenticator = createAuthenticator({ origin: ORIGIN, algorithm: -257 })
    const { registrationInfo } = await register(authenticator.create(creation(), { coseKey: keys.withExponentOne }))
    const forged = authenticator.get(request(), {
      privateKey: generateRsaKeyPair(2048).privateKey,
      signature: signatures.forgedForExponentOne,
    })
    expect(await authenticate(forged, registrationInfo?.credential)).toMatchObject({ verified: true })
  })
})

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

const CHALLENGE = randomBytes(32).toString('base64url')

function creation(given: Partial<PublicKeyCredentialCreationOptionsJSON> = {}): PublicKeyCredentialCreationOptionsJSON {
  return {
    rp: { id: 'localhost', name: 'Latchkey' },
    user: { id: Buffer.from('a random user handle').toString('base64url'), name: 'ada', displayName: 'Ada' },
    challenge: CHALLENGE,
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ alg, type: 'public-key' })),
    ...given,
  }
}

function request(given: Partial<PublicKeyCredentialRequestOptionsJSON> = {}): PublicKeyCredentialRequestOptionsJSON {
  return { challenge: CHALLENGE, rpId: 'localhost', ...given }
}

type Credential = Parameters<typeof verifyAuthenticationResponse>[0]['credential']

const expected = {
  expectedChallenge: CHALLENGE,
  expectedOrigin: ORIGIN,
  expectedRPID: 'localhost',
  requireUserVerification: true,
}

function register(response: RegistrationResponseJSON, { supportedAlgorithmIDs = [...ALGORITHMS] as number[] } = {}) {
  return verifyRegistrationResponse({ response, ...expected, supportedAlgorithmIDs })
}

function authenticate(response: AuthenticationResponseJSON, credential: Credential | undefined) {
  if (!credential) throw new Error('nothing was registered')
  return verifyAuthenticationResponse({ response, ...expected, credential })
}

async function registered() {
  const authenticator = createAuthenticator({ origin: ORIGIN, counter: 'counting' })
  const { registrationInfo } = await register(authenticator.create(creation()))
  if (!registrationInfo) throw new Error('nothing was registered')
  return { authenticator, credential: registrationInfo.credential }
}
