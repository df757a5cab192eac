import { describe, expect, test } from 'vitest'
import type { RegistrationTwist } from '#tests/helpers/authenticator.ts'
import { packedSelfAttestation } from '#tests/helpers/authenticator/attestation.ts'
import {
  garbageCertificate,
  noneWithStatement,
  stating,
  unknownFormat,
} from '#tests/helpers/authenticator/hostile/attestations.ts'
import {
  crowded,
  deeplyNested,
  duplicateKeys,
  hugeLength,
  hugeMap,
  indefiniteLengths,
  truncated,
  withTrailingBytes,
} from '#tests/helpers/authenticator/hostile/attestation-objects.ts'
import { withDuplicateAlgorithm, withTrailingKeyBytes } from '#tests/helpers/authenticator/hostile/keys.ts'
import { derJunk, empty, flippedBit, zeroPair, zeros } from '#tests/helpers/authenticator/hostile/signatures.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { register, ROADS } from '#tests/server/passkeys/steps.ts'

/** Far more than reading needs, far less than a hang. */
const QUICK_MS = 100

const cborRows: [string, RegistrationTwist][] = [
  ['R13 cut in half', { attestationObject: truncated(80) }],
  ['R13 cut by a few bytes', { attestationObject: truncated(7) }],
  ['R13 cut by one byte', { attestationObject: truncated(1) }],
  ['R13 followed by surplus bytes', { attestationObject: withTrailingBytes }],
  ['R13 nested a little', { attestationObject: deeplyNested(500) }],
  ['R13 nested as deeply as its length allows', { attestationObject: deeplyNested(5_800) }],
  ['R13 with a statement of many members', { attestationObject: crowded(1_300) }],
  ['R13 of indefinite lengths', { attestationObject: indefiniteLengths }],
  ['R13 announcing two thousand million bytes', { attestationObject: hugeLength(2n ** 31n) }],
  ['R13 announcing more bytes than there are', { attestationObject: hugeLength(2n ** 62n) }],
  [
    'R13 announcing one byte more than there is',
    {
      attestationObject: (honest, facts, authData) => hugeLength(BigInt(authData.length + 1))(honest, facts, authData),
    },
  ],
  [
    'R13 announcing sixty bytes more than there are',
    {
      attestationObject: (honest, facts, authData) => hugeLength(BigInt(authData.length + 60))(honest, facts, authData),
    },
  ],
  ['R13 announcing four thousand million entries', { attestationObject: hugeMap }],
  ['R13 naming a key twice', { attestationObject: duplicateKeys }],
  ['R13 a key that names a label twice', { coseKey: withDuplicateAlgorithm(-65_535) }],
  ['R13 a key followed by surplus bytes', { coseKey: withTrailingKeyBytes }],
  ['R13 authenticator data cut to nothing', { authenticatorData: () => Buffer.alloc(0) }],
  ['R13 authenticator data cut to its head', { authenticatorData: (honest) => honest.subarray(0, 37) }],
  ['R13 authenticator data cut within the key', { authenticatorData: (honest) => honest.subarray(0, -10) }],
  [
    'R13 authenticator data followed by surplus bytes',
    { authenticatorData: (honest) => Buffer.concat([honest, Buffer.from([0])]) },
  ],
]

const factRows: [string, RegistrationTwist][] = [
  ['R14 for another relying party', { rpId: 'evil.example' }],
  ['R14 for a domain below ours', { rpId: 'id.localhost' }],
  ['R14 for no relying party', { rpId: '' }],
  ['R15 without user presence', { flags: { up: false } }],
  ['R16 without user verification', { flags: { uv: false } }],
  ['R15 R16 with neither presence nor verification', { flags: { up: false, uv: false } }],
  ['R17 backed up but not backup eligible', { flags: { be: false, bs: true } }],
  ['R13 without an attested credential', { flags: { at: false } }],
  ['R13 that announces extensions and has none', { flags: { ed: true } }],
]

const statementRows: [string, RegistrationTwist][] = [
  ['R21 format none with a statement', { attestation: noneWithStatement }],
  ['R21 an unregistered format', { attestation: unknownFormat }],
  ['R21 an empty format', { attestation: stating('', {}) }],
  ['R21 packed with nothing in it', { attestation: stating('packed', {}) }],
  ['R21 packed with a flipped bit', { attestation: packedSelfAttestation, signature: flippedBit }],
  ['R21 packed with zeros for a signature', { attestation: packedSelfAttestation, signature: zeros }],
  ['R21 packed with a pair of zeros', { attestation: packedSelfAttestation, signature: zeroPair }],
  ['R21 packed with junk for a signature', { attestation: packedSelfAttestation, signature: derJunk }],
  ['R21 packed with no signature', { attestation: packedSelfAttestation, signature: empty }],
  [
    'R21 packed for another algorithm',
    {
      attestation: (facts) => ({
        fmt: 'packed',
        attStmt: new Map([...packedSelfAttestation(facts).attStmt, ['alg', -257]]),
      }),
    },
  ],
  ['R21 a malformed certificate', { attestation: garbageCertificate }],
  ['R21 an empty TPM statement', { attestation: stating('tpm', { ver: '2.0' }) }],
  ['R21 an empty Android key statement', { attestation: stating('android-key', {}) }],
  ['R21 an empty Android SafetyNet statement', { attestation: stating('android-safetynet', {}) }],
  ['R21 an empty Apple statement', { attestation: stating('apple', {}) }],
  ['R21 an empty U2F statement', { attestation: stating('fido-u2f', {}) }],
]

describe.each(Object.entries(ROADS))('the attestation of a new passkey, %s:', (_, road) => {
  test.each([...cborRows, ...factRows, ...statementRows])('%s is refused, quickly', async (_, twist) => {
    const times: number[] = []
    // The best of ten: a machine that is busy elsewhere must not fail the test.
    for (let round = 0; round < 10 && Math.min(...times) > QUICK_MS; round += 1) {
      const world = makeWorld()
      // A refused answer spends its ceremony.
      const { authenticator, options, finish } = await road(world)
      const credential = authenticator.create(options, twist)
      const started = performance.now()
      const answer = await leavingAllAsItWas(world, () => finish(credential))
      times.push(performance.now() - started)
      expect(answer).toMatchObject({ status: 422, body: { code: 'passkey_refused' } })
    }
    expect(Math.min(...times)).toBeLessThan(QUICK_MS)
  })

  test('R21 packed self attestation is accepted', async () => {
    expect(await register(await road(makeWorld()), { attestation: packedSelfAttestation })).toMatchObject({
      status: 201,
    })
  })

  test('R28 unrequested extensions are accepted, also large ones', async () => {
    const extensions = new Map<string, Buffer | boolean>([
      ['hmac-secret', true],
      ['blob', Buffer.alloc(4_000, 7)],
    ])
    expect(await register(await road(makeWorld()), { extensions })).toMatchObject({ status: 201 })
  })
})

test('R14 a registration with the parent domain’s hash is refused if the RP ID is the host', async () => {
  const world = makeWorld(
    {},
    { origin: 'https://id.example.com', local: false, rp: { id: 'id.example.com', name: 'Latchkey' } },
  )
  expect(await register(await ROADS['at sign-up'](world), { rpId: 'example.com' })).toMatchObject({ status: 422 })
  expect(await register(await ROADS['when adding'](world))).toMatchObject({ status: 201 })
})
