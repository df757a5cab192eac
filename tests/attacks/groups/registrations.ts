import { createAuthenticator, type RegistrationTwist } from '#tests/helpers/authenticator.ts'
import { type Algorithm, generateRsaKeyPair } from '#tests/helpers/authenticator/algorithms.ts'
import { packedSelfAttestation } from '#tests/helpers/authenticator/attestation.ts'
import { encode, encodePairs, head, MAJOR } from '#tests/helpers/authenticator/cbor.ts'
import * as objects from '#tests/helpers/authenticator/hostile/attestation-objects.ts'
import * as attestations from '#tests/helpers/authenticator/hostile/attestations.ts'
import * as clientData from '#tests/helpers/authenticator/hostile/client-data.ts'
import * as keys from '#tests/helpers/authenticator/hostile/keys.ts'
import * as signatures from '#tests/helpers/authenticator/hostile/signatures.ts'
import { type Arena, settle, strike, withArena } from '../arena.ts'
import { clientDataTwists, isSameStatement } from '../client-data.ts'
import { done } from '../people.ts'
import { cut, flip, frameOf, lengthened } from '../mutations.ts'
import { type Scale, chance, some } from '../scale.ts'
import { blame, newTally, type Tally } from '../tally.ts'

type Case = {
  label: string
  twist: RegistrationTwist
  settings?: Partial<Parameters<typeof createAuthenticator>[0]>
  mayPass?: (bent: Bent) => boolean
}
/** What was finally sent, to decide whether its meaning is unchanged. */
type Bent = { clientData: Buffer; honestClientData: Buffer; object: Buffer; honestObject: Buffer; signature: Buffer }

/** New passkeys with every part altered: CBOR, keys, attestations, client data. Each is refused, or has the same meaning. */
export async function attackRegistrations(scale: Scale): Promise<Tally> {
  return withArena(newTally('registrations'), async (arena) => {
    let { client } = await arena.person()
    const endpoint = arena.api.endpoints.find(({ method, template }) => method === 'POST' && template === '/passkeys')
    for (const { label, twist, settings, mayPass } of casesFor(scale, arena)) {
      const { ceremony, options } = await done(client.post('/api/passkeys/options'))
      const device = createAuthenticator({ origin: arena.target.origin, algorithm: -7, ...settings })
      const nothing = Buffer.alloc(0)
      const bent: Bent = {
        clientData: nothing,
        honestClientData: nothing,
        object: nothing,
        honestObject: nothing,
        signature: nothing,
      }
      const credential = device.create(options as never, watching(twist, bent))
      await settle(arena)
      const { status, text } = await strike(arena, {
        endpoint,
        client,
        method: 'POST',
        path: '/api/passkeys',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ceremony, credential }),
        label,
      })
      if (status < 300 && !mayPass?.(bent)) blame(arena.tally, 'passed', `${label}: ${status} ${text.slice(0, 100)}`)
      if (status < 300) client = (await arena.person()).client
    }
    await honestly(arena)
  })
}

/** Records the data before and after the alteration. */
function watching(twist: RegistrationTwist, bent: Bent): RegistrationTwist {
  return {
    ...twist,
    clientDataRaw(honest) {
      bent.honestClientData = honest
      bent.clientData = twist.clientDataRaw ? twist.clientDataRaw(honest) : honest
      return bent.clientData
    },
    signature(honest, signed) {
      bent.signature = twist.signature ? twist.signature(honest, signed) : honest
      return bent.signature
    },
    attestationObject(honest, ...facts) {
      bent.honestObject = honest
      bent.object = twist.attestationObject ? twist.attestationObject(honest, ...facts) : honest
      return bent.object
    },
  }
}

/** Proves that the refusals above were due to the alterations. */
async function honestly(arena: Arena): Promise<void> {
  const { client } = await arena.person()
  for (const twist of [{}, { attestation: packedSelfAttestation }]) {
    const { ceremony, options } = await done(client.post('/api/passkeys/options'))
    await done(
      client.post('/api/passkeys', {
        ceremony,
        credential: createAuthenticator({ origin: arena.target.origin }).create(options as never, twist),
      }),
    )
    arena.tally.cases += 1
    arena.tally.accepted += 1
  }
}

const always = () => true
/** Without an attestation nothing is signed, so the provider, the counter and the backup flags may have any value. */
const UNSIGNED = { aaguid: [37, 53], signCount: [33, 37], backup: 32 }

function casesFor(scale: Scale, { target }: Arena): Case[] {
  const draw = chance(scale.seed)
  const raw = (bend: (honest: Buffer) => Buffer): RegistrationTwist => ({ clientDataRaw: bend })
  const whole = (bend: (honest: Buffer) => Buffer): RegistrationTwist => ({ attestationObject: bend })
  const packed = (bend: (honest: Buffer) => Buffer): RegistrationTwist => ({
    attestation: packedSelfAttestation,
    attestationObject: bend,
  })
  const bits = (bytes: number) => Array.from({ length: bytes * 8 }, (_, bit) => bit)
  return [
    ...named(target.origin),
    // Signed by the new key itself, every bit counts.
    ...some({ full: false, seed: scale.seed }, bits(310), scale.full ? 250 : 20, draw).map((bit) => ({
      label: `packed object, ${flip(bit).label}`,
      twist: packed(flip(bit).bend),
      mayPass: isSameSignature,
    })),
    ...some({ full: false, seed: scale.seed }, bits(140), scale.full ? 150 : 15, draw).map((bit) => ({
      label: `client data, ${flip(bit).label}`,
      twist: raw(flip(bit).bend),
      mayPass: isSame,
    })),
    ...some({ full: false, seed: scale.seed }, bits(164), scale.full ? 200 : 20, draw)
      .filter((bit) => isChecked(bit))
      .map((bit) => ({
        label: `authenticator data, ${flip(bit).label}`,
        twist: { authenticatorData: flip(bit).bend },
      })),
    ...some(
      scale,
      Array.from({ length: 190 }, (_, length) => length + 1),
      10,
      draw,
    ).map((length) => ({ label: `object ${cut(length).label}`, twist: whole(cut(length).bend) })),
    ...some(
      scale,
      Array.from({ length: 120 }, (_, length) => length + 1),
      8,
      draw,
    ).map((length) => ({ label: `client data ${cut(length).label}`, twist: raw(cut(length).bend) })),
    ...some(
      scale,
      Array.from({ length: 160 }, (_, length) => length),
      8,
      draw,
    ).map((length) => ({
      label: `authenticator data ${cut(length).label}`,
      twist: { authenticatorData: cut(length).bend },
    })),
    ...['00', 'ff', 'a0', 'f6'].map((hex) => ({ label: `object with ${hex}`, twist: whole(lengthened(hex).bend) })),
    ...['00', '20', '7d', '7b7d'].map((hex) => ({
      label: `client data with ${hex}`,
      twist: raw(lengthened(hex).bend),
      mayPass: isSame,
    })),
  ]
}

function isChecked(bit: number): boolean {
  const at = bit >> 3
  const within = ([from = 0, to = 0]: number[]) => at >= from && at < to
  // In the byte of flags, 3 and 4 say whether the passkey is synced, 1 and 5 are reserved.
  return (
    !within(UNSIGNED.aaguid) &&
    !within(UNSIGNED.signCount) &&
    !(at === UNSIGNED.backup && [1, 3, 4, 5].includes(bit & 7))
  )
}

function isSame({ clientData, honestClientData }: Bent): boolean {
  return isSameStatement(honestClientData, clientData)
}

/** Whether only the DER frame around a signature's two numbers was altered, while the signed data is unchanged. */
function isSameSignature({ object, honestObject, signature }: Bent): boolean {
  const begins = honestObject.indexOf(signature)
  const frame = frameOf(signature).map((at) => begins + at)
  return (
    object.length === honestObject.length && object.every((byte, at) => byte === honestObject[at] || frame.includes(at))
  )
}

function named(origin: string): Case[] {
  const algorithms: Algorithm[] = [-35, -36, -48, -65535]
  const pairs = (change: (pairs: [string, never][]) => [string, never][]): RegistrationTwist => ({
    attestationObject: (_honest, { fmt, attStmt }, authData) =>
      encodePairs(
        change([
          ['fmt', fmt as never],
          ['attStmt', attStmt as never],
          ['authData', authData as never],
        ]),
      ),
  })
  return [
    ...clientDataTwists(origin, 'webauthn.create').map(({ label, twist, same }) => ({
      label,
      twist,
      ...(same && { mayPass: always }),
    })),
    ...algorithms.map((algorithm) => ({ label: `algorithm ${algorithm}`, twist: { algorithm, ignoreExcluded: true } })),
    { label: 'another RP ID', twist: { rpId: 'evil.example' } },
    { label: 'the parent RP ID', twist: { rpId: 'host' } },
    { label: 'no presence', twist: { flags: { up: false } } },
    { label: 'no verification', twist: { flags: { uv: false } } },
    { label: 'backed up, though never eligible', twist: { flags: { be: false, bs: true } } },
    { label: 'no attested credential', twist: { flags: { at: false } } },
    { label: 'extensions announced and missing', twist: { flags: { ed: true } } },
    { label: 'a key that claims RS1', twist: { coseKey: keys.claiming(-65535) } },
    { label: 'a key that claims RS256', twist: { coseKey: keys.claiming(-257) } },
    { label: 'a key that claims EdDSA', twist: { coseKey: keys.claiming(-8) } },
    { label: 'the algorithm twice', twist: { coseKey: keys.withDuplicateAlgorithm(-65535) } },
    { label: 'bytes after the key', twist: { coseKey: keys.withTrailingKeyBytes } },
    { label: 'a point off its curve', twist: { coseKey: keys.offCurve } },
    { label: 'the point (0, 0)', twist: { coseKey: keys.atOrigin } },
    { label: 'an RSA key with exponent one', twist: { coseKey: keys.withExponentOne }, settings: { algorithm: -257 } },
    { label: 'an RSA key of 512 bits', twist: { keyPair: generateRsaKeyPair(512), algorithm: -257 } },
    { label: 'an RSA key of 1024 bits', twist: { keyPair: generateRsaKeyPair(1024), algorithm: -257 } },
    { label: 'a key without its y', twist: { coseKey: (key) => new Map([...key].filter(([label]) => label !== -3)) } },
    {
      label: 'a key without its algorithm',
      twist: { coseKey: (key) => new Map([...key].filter(([label]) => label !== 3)) },
    },
    { label: 'a key on another curve', twist: { coseKey: (key) => new Map(key).set(-1, 2) } },
    {
      label: 'a key with texts for labels',
      twist: { coseKey: (key) => encodePairs([...key].map(([label, value]) => [String(label), value])) },
    },
    { label: 'an empty key', twist: { coseKey: () => encode(new Map()) } },
    { label: 'a key in an array', twist: { coseKey: (key) => encode([...key.values()]) } },
    {
      label: 'a key whose members stand in another order',
      twist: { coseKey: (key) => encodePairs([...key].toReversed()) },
      mayPass: always,
    },
    {
      label: 'a key of indefinite length',
      twist: { coseKey: (key) => Buffer.concat([Buffer.from([0xbf]), encode(key).subarray(1), Buffer.from([0xff])]) },
    },
    { label: 'none, with a statement', twist: { attestation: attestations.noneWithStatement } },
    { label: 'an unknown format', twist: { attestation: attestations.unknownFormat } },
    { label: 'a garbage certificate', twist: { attestation: attestations.garbageCertificate } },
    ...['tpm', 'android-key', 'android-safetynet', 'fido-u2f', 'apple', 'compound', '__proto__', 'constructor', ''].map(
      (fmt) => ({ label: `a hollow ${fmt}`, twist: { attestation: attestations.stating(fmt, { ver: '2.0' }) } }),
    ),
    {
      label: 'packed, its signature altered',
      twist: { attestation: packedSelfAttestation, signature: signatures.flippedBit },
    },
    {
      label: 'packed, without a signature',
      twist: { attestation: packedSelfAttestation, signature: signatures.empty },
    },
    {
      label: 'packed, a signature of zeros',
      twist: { attestation: packedSelfAttestation, signature: signatures.zeroPair },
    },
    ...[30, 500, 5_000, 20_000].map((depth) => ({
      label: `${depth} arrays in each other`,
      twist: { attestationObject: objects.deeplyNested(depth) },
    })),
    { label: 'indefinite lengths', twist: { attestationObject: objects.indefiniteLengths } },
    ...[2n ** 16n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 53n, 2n ** 62n, 2n ** 64n - 1n].map((length) => ({
      label: `a length of ${length}`,
      twist: { attestationObject: objects.hugeLength(length) },
    })),
    { label: 'a huge map', twist: { attestationObject: objects.hugeMap } },
    { label: 'duplicate keys', twist: { attestationObject: objects.duplicateKeys } },
    { label: 'trailing bytes', twist: { attestationObject: objects.withTrailingBytes } },
    { label: 'members in another order', twist: pairs((all) => all.toReversed()), mayPass: always },
    { label: 'an additional member', twist: pairs((all) => [...all, ['note', 'x' as never]]), mayPass: always },
    { label: 'no authenticator data', twist: pairs((all) => all.slice(0, 2)) },
    { label: 'no statement', twist: pairs((all) => all.filter(([name]) => name !== 'attStmt')) },
    {
      label: 'a prototype among the members',
      twist: pairs((all) => [['__proto__', new Map([['fmt', 'none']]) as never], ...all]),
      mayPass: always,
    },
    {
      label: 'authenticator data as text',
      twist: {
        attestationObject: (_honest, { fmt, attStmt }, authData) =>
          encodePairs([
            ['fmt', fmt],
            ['attStmt', attStmt],
            ['authData', authData.toString('base64url')],
          ]),
      },
    },
    {
      label: 'an array for an object',
      twist: { attestationObject: (honest) => Buffer.concat([head(MAJOR.array, 3), honest.subarray(1)]) },
    },
    { label: 'a number for an object', twist: { attestationObject: () => head(MAJOR.unsigned, 7) } },
    {
      label: 'a tag in front',
      twist: { attestationObject: (honest) => Buffer.concat([Buffer.from([0xd9, 0xd9, 0xf7]), honest]) },
      mayPass: always,
    },
    { label: 'an id of no bytes', twist: { credentialId: Buffer.alloc(0), outerId: Buffer.alloc(16, 1) } },
    { label: 'an id of 1024 bytes', twist: { credentialId: Buffer.alloc(1_024, 1) } },
    { label: 'another id outside', twist: { outerId: Buffer.alloc(32, 1) } },
    { label: 'another rawId', twist: { response: (honest) => ({ ...honest, rawId: 'AAAA' }) } },
    {
      label: 'garbage transports',
      twist: {
        response: (honest) => ({ ...honest, response: { ...honest.response, transports: ['<script>', 'usb'] } }),
      },
      mayPass: always,
    },
    {
      label: 'ten thousand transports',
      twist: {
        response: (honest) => ({
          ...honest,
          response: { ...honest.response, transports: Array.from({ length: 10_000 }, () => 'usb') },
        }),
      },
    },
    {
      label: 'an assertion’s shape',
      twist: {
        response: ({ response, ...rest }) => ({
          ...rest,
          response: {
            clientDataJSON: response.clientDataJSON,
            authenticatorData: response.attestationObject,
            signature: 'AAAA',
          },
        }),
      },
    },
    { label: 'invalid UTF-8', twist: { clientDataRaw: clientData.invalidUtf8 } },
  ]
}
