import { createPublicKey, type KeyObject, verify } from 'node:crypto'

// The labels of RFC 9052 §7 and RFC 9053 §7.
const KTY = 1
const ALG = 3
const CRV_OR_N = -1
const X_OR_E = -2
const Y = -3
const OKP = 1
const EC2 = 2
const RSA = 3
const ES256 = -7
const EDDSA = -8
const RS256 = -257
const P256 = 1
const ED25519 = 6

const SMALLEST_MODULUS_BITS = 2_048
/** Verifying with a longer one takes long: 262,144 bits took seconds. */
const LARGEST_MODULUS_BITS = 4_096
const SMALLEST_EXPONENT = 65_537n
const LARGEST_EXPONENT_BYTES = 4

/** The prime of edwards25519 and its constant d (RFC 8032 §5.1). */
const P = 2n ** 255n - 19n
const D = 37095705934669439343138083508754565189542113879843219016388785533085940283555n

/** The y coordinates of Ed25519's points of small order, little-endian. Such a key accepts forged signatures. */
const SMALL_ORDER_Y = new Set([
  '0000000000000000000000000000000000000000000000000000000000000000',
  '0100000000000000000000000000000000000000000000000000000000000000',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05',
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a',
  'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
  'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
])

/** A COSE key by its labels. */
type CoseKey = ReadonlyMap<number | string, unknown>

/** Returns the algorithm that a COSE key names (`alg`). */
export function algorithmOf(cose: CoseKey): unknown {
  return cose.get(ALG)
}

/**
 * Returns whether a COSE key is safe to verify signatures with the algorithm it names. An elliptic curve key must be a
 * point of its curve and not of small order. An RSA key must have an odd modulus of 2048 to 4096 bits and an odd exponent
 * from 65,537 to 2³² − 1.
 */
export function isSoundKey(cose: CoseKey): boolean {
  try {
    const key = keyOf(cose)
    if (!key) return false
    const [n, second] = [bytesOf(cose.get(CRV_OR_N)), bytesOf(cose.get(X_OR_E))]
    if (key.asymmetricKeyType === 'ed25519') return second !== undefined && isOnEdwardsCurve(second)
    if (key.asymmetricKeyType !== 'rsa') return true
    const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {}
    return (
      isOddOf(n, LARGEST_MODULUS_BITS / 8) &&
      isOddOf(second, LARGEST_EXPONENT_BYTES) &&
      modulusLength >= SMALLEST_MODULUS_BITS &&
      publicExponent >= SMALLEST_EXPONENT
    )
  } catch {
    // The key is not a point of its curve, or is not a key at all.
    return false
  }
}

/**
 * Returns whether the signature of these bytes is valid for a sound COSE key and the algorithm it names: ES256 in DER,
 * RS256 or EdDSA (WebAuthn L3 §6.5.5).
 */
export function isSignedBy(
  cose: CoseKey,
  { signed, signature }: { signed: Uint8Array; signature: Uint8Array },
): boolean {
  const key = keyOf(cose)
  return key !== undefined && verify(algorithmOf(cose) === EDDSA ? null : 'sha256', signed, key, signature)
}

function keyOf(cose: CoseKey): KeyObject | undefined {
  const [a, b, c] = [bytesOf(cose.get(CRV_OR_N)), bytesOf(cose.get(X_OR_E)), bytesOf(cose.get(Y))]
  const algorithm = algorithmOf(cose)
  switch (cose.get(KTY)) {
    case EC2:
      if (algorithm !== ES256 || cose.get(CRV_OR_N) !== P256 || b?.length !== 32 || c?.length !== 32) return undefined
      return jwk({ kty: 'EC', crv: 'P-256', x: base64url(b), y: base64url(c) })
    case OKP:
      if (algorithm !== EDDSA || cose.get(CRV_OR_N) !== ED25519 || b?.length !== 32 || hasSmallOrder(b))
        return undefined
      return jwk({ kty: 'OKP', crv: 'Ed25519', x: base64url(b) })
    case RSA:
      if (algorithm !== RS256 || !a || !b) return undefined
      return jwk({ kty: 'RSA', n: base64url(a), e: base64url(b) })
    default:
      return undefined
  }
}

/** Returns whether big-endian bytes are an odd number of at most so many bytes. */
function isOddOf(bytes: Uint8Array | undefined, most: number): boolean {
  return bytes !== undefined && bytes.length <= most && (bytes.at(-1) ?? 0) % 2 === 1
}

/**
 * Returns whether an encoded point is one of Ed25519's curve (RFC 8032 §5.1.3): its y is below the prime, and there is
 * an x, which means that x² is a square. Node checks neither.
 */
function isOnEdwardsCurve(point: Uint8Array): boolean {
  const encoded = BigInt(`0x${Buffer.from(point).reverse().toString('hex')}`)
  const y = encoded & (2n ** 255n - 1n)
  if (y >= P) return false
  const ySquared = (y * y) % P
  const numerator = (ySquared + P - 1n) % P
  const denominator = (D * ySquared + 1n) % P
  // Euler’s criterion. A fraction is a square exactly if the product of its parts is one. x = 0 has a small order.
  return power((numerator * denominator) % P, (P - 1n) / 2n) === 1n
}

/** Returns base to the power of exponent, modulo the prime. Not in constant time: public keys are no secrets. */
function power(base: bigint, exponent: bigint): bigint {
  let result = 1n
  for (const bit of exponent.toString(2)) {
    result = (result * result) % P
    if (bit === '1') result = (result * base) % P
  }
  return result
}

function hasSmallOrder(point: Uint8Array): boolean {
  const y = Buffer.from(point)
  y.writeUInt8(y.readUInt8(31) & 0x7f, 31)
  return SMALL_ORDER_Y.has(y.toString('hex'))
}

function bytesOf(value: unknown): Uint8Array | undefined {
  return value instanceof Uint8Array ? value : undefined
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64url')
}

function jwk(key: Record<string, string>): KeyObject {
  return createPublicKey({ key, format: 'jwk' })
}
