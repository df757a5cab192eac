import { createECDH, createPrivateKey, createPublicKey, hash, hkdfSync, type KeyObject, sign } from 'node:crypto'
import { type CborValue, encode } from './authenticator/cbor.ts'
import { coseKey } from './authenticator/cose.ts'

/** What WebAuthn L3 §16 makes of each of its test vectors. Its seeds are derived, so nothing of it is copied here. */
export type Spec = {
  info: string
  key?: keyof typeof KEYS
  format?: 'none' | 'packed-self' | 'packed' | 'tpm' | 'android-key' | 'apple' | 'fido-u2f'
  idLength?: number
  crossOrigin?: true
  topOrigin?: true
}

/** What a vector has otherwise than the specification says, to show why it is refused. */
export type Mended = { verified?: true; format?: 'none'; crossOrigin?: false }

export type Vector = {
  challenges: { registration: string; assertion: string }
  registration: { id: string; clientDataJSON: string; attestationObject: string }
  assertion: { clientDataJSON: string; authenticatorData: string; signature: string }
  authData: Buffer
  publicKey: Buffer
  key: KeyObject
}

const UV = 0x04
const BE = 0x08
const BS = 0x10

const ec = (curve: string, crv: string, length: number) => (seed: () => Buffer) => {
  const d = seed()
  const exchange = createECDH(curve)
  exchange.setPrivateKey(d)
  const point = exchange.getPublicKey()
  const half = (point.length - 1) / 2
  const [x, y] = [point.subarray(1, 1 + half), point.subarray(1 + half)].map(base64url)
  return createPrivateKey({ key: { kty: 'EC', crv, d: base64url(padded(d, length)), x, y }, format: 'jwk' })
}

/** An Edwards key in PKCS #8 (RFC 8410 §7), from the last byte of its algorithm's identifier. */
const edwards = (oid: number, length: number) => (seed: () => Buffer) => {
  const version = Buffer.from([0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, oid])
  const body = Buffer.concat([version, Buffer.from([0x04, length + 2, 0x04, length]), seed()])
  const key = Buffer.concat([Buffer.from([0x30, body.length]), body])
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' })
}

/** The key of two Mersenne primes. It takes no seed. */
function rsa(): KeyObject {
  const [p, q, e] = [2n ** 2203n - 1n, 2n ** 1279n - 1n, 65_537n]
  const d = inverse(e, (p - 1n) * (q - 1n))
  const members = { n: p * q, e, d, p, q, dp: d % (p - 1n), dq: d % (q - 1n), qi: inverse(q, p) }
  const jwk = Object.fromEntries(Object.entries(members).map(([name, value]) => [name, base64url(bytesOf(value))]))
  return createPrivateKey({ key: { kty: 'RSA', ...jwk }, format: 'jwk' })
}

/** How each kind of key is made: from how many bytes, with which COSE algorithm and hash. */
const KEYS = {
  ES256: { seed: 32, algorithm: -7, digest: 'sha256', make: ec('prime256v1', 'P-256', 32) },
  ES384: { seed: 48, algorithm: -35, digest: 'sha384', make: ec('secp384r1', 'P-384', 48) },
  ES512: { seed: 65, algorithm: -36, digest: 'sha512', make: ec('secp521r1', 'P-521', 66) },
  RS256: { seed: 0, algorithm: -257, digest: 'sha256', make: rsa },
  EdDSA: { seed: 32, algorithm: -8, digest: null, make: edwards(0x70, 32) },
  Ed448: { seed: 57, algorithm: -53, digest: null, make: edwards(0x71, 57) },
} as const

/**
 * Makes a vector of WebAuthn L3 §16 again. All its values are derived as the specification says; only an ECDSA signature
 * has a random nonce instead of one by RFC 6979, and certificates, which nothing here reads, are derived bytes.
 */
export function makeVector(spec: Spec, mended: Mended = {}): Vector {
  const { info, key: kind = 'ES256', idLength = 32 } = spec
  const next = randomOf(info)
  const { seed, algorithm, digest, make } = KEYS[kind]
  const format = mended.format ?? spec.format ?? 'none'
  const certified = !['none', 'packed-self'].includes(spec.format ?? 'none')
  const uv = mended.verified ? UV : 0

  const challenge = next(kind === 'ES512' ? 128 : 32)
  const key = make(() => next(seed))
  const clientData = clientDataOf('webauthn.create', challenge, next, spec, mended)
  const [aaguid, id] = [next(16), next(idLength)]
  const wished = spec.format === 'fido-u2f' ? 0 : (next(1)[0] ?? 0) & (UV | BE | BS)
  const flags = wished & BE ? wished : wished & UV
  if (certified && spec.format !== 'android-key' && spec.format !== 'apple') next(32)
  const certificate = certified ? next(16) : Buffer.alloc(0)

  const cose = coseKey(createPublicKey(key), algorithm as never)
  if (kind === 'Ed448') cose.set(-1, 7)
  const publicKey = encode(cose)
  const length = Buffer.from([idLength >> 8, idLength & 0xff])
  const authData = Buffer.concat([authenticatorData(0x41 | flags | uv), aaguid, length, id, publicKey])
  const signed = Buffer.concat([authData, hash('sha256', clientData, 'buffer')])
  const statement = new Map<string, CborValue>()
  if (format !== 'none' && format !== 'apple') statement.set('sig', sign(digest, signed, key))
  if (format !== 'none' && format !== 'apple' && format !== 'fido-u2f')
    statement.set('alg', certified ? KEYS.ES256.algorithm : algorithm)
  if (format !== 'none' && certified) statement.set('x5c', [certificate])
  const attestationObject = encode(
    new Map<string, CborValue>([
      ['fmt', format === 'packed-self' ? 'packed' : format],
      ['attStmt', statement],
      ['authData', authData],
    ]),
  )

  const again = next(kind === 'ES512' ? 128 : 32)
  const secondData = clientDataOf('webauthn.get', again, next, spec, mended)
  const wishedAgain = (next(1)[0] ?? 0) & (UV | BS)
  const data = authenticatorData(0x01 | (flags & BE) | (flags & BE ? wishedAgain : wishedAgain & UV) | uv)
  const signature = sign(digest, Buffer.concat([data, hash('sha256', secondData, 'buffer')]), key)

  return {
    challenges: { registration: base64url(challenge), assertion: base64url(again) },
    registration: {
      id: base64url(id),
      clientDataJSON: base64url(clientData),
      attestationObject: base64url(attestationObject),
    },
    assertion: {
      clientDataJSON: base64url(secondData),
      authenticatorData: base64url(data),
      signature: base64url(signature),
    },
    authData,
    publicKey,
    key,
  }
}

/** Returns the bytes of a vector, one value after the other (WebAuthn L3 §16.1). */
function randomOf(info: string): (length: number) => Buffer {
  let index = 0
  return (length) =>
    length === 0
      ? Buffer.alloc(0)
      : Buffer.from(hkdfSync('sha256', 'WebAuthn test vectors', Buffer.from([index++]), info, length))
}

function clientDataOf(
  type: string,
  challenge: Buffer,
  next: (length: number) => Buffer,
  { crossOrigin, topOrigin }: Spec,
  mended: Mended,
): Buffer {
  const isFramed = crossOrigin === true && mended.crossOrigin !== false
  const hasExtra = ((next(1)[0] ?? 0) & 1) === 1
  return Buffer.from(
    JSON.stringify({
      type,
      challenge: base64url(challenge),
      origin: 'https://example.org',
      crossOrigin: isFramed,
      ...(topOrigin && isFramed && { topOrigin: 'https://example.com' }),
      ...(hasExtra && {
        extraData: `clientDataJSON may be extended with additional fields in the future, such as this: ${base64url(next(16))}`,
      }),
    }),
  )
}

function authenticatorData(flags: number): Buffer {
  return Buffer.concat([hash('sha256', 'example.org', 'buffer'), Buffer.from([flags, 0, 0, 0, 0])])
}

function inverse(value: bigint, modulus: bigint): bigint {
  let [r, s, t, u] = [modulus, value % modulus, 0n, 1n]
  while (s > 0n) [r, s, t, u] = [s, r % s, u, t - (r / s) * u]
  return ((t % modulus) + modulus) % modulus
}

function bytesOf(value: bigint): Buffer {
  const hex = value.toString(16)
  return Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex')
}

function padded(bytes: Buffer, length: number): Buffer {
  return Buffer.concat([Buffer.alloc(length - bytes.length), bytes])
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}
