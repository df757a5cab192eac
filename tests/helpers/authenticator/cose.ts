import type { KeyObject } from 'node:crypto'
import type { Algorithm } from './algorithms.ts'

/** A COSE key by its numeric labels; the encoder puts them in order. */
export type CoseKey = Map<number, number | Buffer>

const CURVES: Record<string, number> = { 'P-256': 1, 'P-384': 2, 'P-521': 3, Ed25519: 6 }

/** Describes a public key as the authenticator attests it. */
export function coseKey(publicKey: KeyObject, algorithm: Algorithm): CoseKey {
  const { kty, crv = '', x, y, n, e, pub } = publicKey.export({ format: 'jwk' })

  const key: CoseKey = new Map([[3, algorithm]])

  if (kty === 'EC')
    return key
      .set(1, 2)
      .set(-1, CURVES[crv] ?? 0)
      .set(-2, bytes(x))
      .set(-3, bytes(y))
  if (kty === 'OKP')
    return key
      .set(1, 1)
      .set(-1, CURVES[crv] ?? 0)
      .set(-2, bytes(x))
  if (kty === 'RSA') return key.set(1, 3).set(-1, bytes(n)).set(-2, bytes(e))
  return key.set(1, 7).set(-1, bytes(pub))
}

function bytes(member: unknown): Buffer {
  if (typeof member !== 'string') throw new TypeError('the key lacks a member its type should have')
  return Buffer.from(member, 'base64url')
}
