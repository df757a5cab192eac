import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { type RegistrationTwist, createAuthenticator } from './authenticator.ts'
import { generateRsaKeyPair } from './authenticator/algorithms.ts'
import { packedSelfAttestation } from './authenticator/attestation.ts'
import * as attestations from './authenticator/hostile/attestations.ts'
import * as objects from './authenticator/hostile/attestation-objects.ts'
import * as clientData from './authenticator/hostile/client-data.ts'
import * as keys from './authenticator/hostile/keys.ts'
import * as signatures from './authenticator/hostile/signatures.ts'
import { ORIGIN, creation, request, register, authenticate } from '#tests/helpers/authenticator-steps.ts'

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
