import { encode, encodePairs } from '../cbor.ts'
import type { CoseKey } from '../cose.ts'

/** Moves an elliptic curve point off its curve. */
export function offCurve(honest: CoseKey): CoseKey {
  const y = Buffer.from(member(honest, -3))
  y.writeUInt8(y.readUInt8(y.length - 1) ^ 1, y.length - 1)
  return new Map(honest).set(-3, y)
}

/** The point (0, 0), which some libraries read as infinity. */
export function atOrigin(honest: CoseKey): CoseKey {
  return new Map(honest)
    .set(-2, Buffer.alloc(member(honest, -2).length))
    .set(-3, Buffer.alloc(member(honest, -3).length))
}

/** An RSA key anyone can sign for. */
export function withExponentOne(honest: CoseKey): CoseKey {
  return new Map(honest).set(-2, Buffer.from([1]))
}

/** Claims another algorithm than the key's own. */
export function claiming(algorithm: number): (honest: CoseKey) => CoseKey {
  return (honest) => new Map(honest).set(3, algorithm)
}

/** Names the algorithm twice, the wrong one first. */
export function withDuplicateAlgorithm(algorithm: number): (honest: CoseKey) => Buffer {
  return (honest) => encodePairs([[3, algorithm], ...honest])
}

/** Announces more bytes in the last coordinate than there are. */
export function promising(length: number): (honest: CoseKey) => Buffer {
  return (honest) => {
    const key = encode(honest)
    key.writeUInt8(length, key.length - 33)
    return key
  }
}

/** Surplus bytes after the key. */
export function withTrailingKeyBytes(honest: CoseKey): Buffer {
  return Buffer.concat([encode(honest), Buffer.from('00c0ffee', 'hex')])
}

function member(key: CoseKey, label: number): Buffer {
  const value = key.get(label)
  if (!Buffer.isBuffer(value)) throw new TypeError(`the key has no bytes at ${label}`)
  return value
}
