import { createHash } from 'node:crypto'

/** Flips one bit in the middle of the signature. */
export function flippedBit(honest: Buffer): Buffer {
  const bytes = Buffer.from(honest)
  const middle = bytes.length >> 1
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle)
  return bytes
}

/** As many zeros as the signature has bytes. */
export function zeros(honest: Buffer): Buffer {
  return Buffer.alloc(honest.length)
}

/** No signature at all. */
export function empty(): Buffer {
  return Buffer.alloc(0)
}

/** A well-formed DER pair of zeros, the ECDSA signature that many libraries once accepted. */
export function zeroPair(): Buffer {
  return Buffer.from('3006020100020100', 'hex')
}

/** A DER sequence that announces more than it brings. */
export function derJunk(): Buffer {
  return Buffer.from('3084ffffffff0284ffffffff00', 'hex')
}

/** Forges for an RSA key with exponent one, where the padded hash is its own signature (RFC 8017 §9.2). */
export function forgedForExponentOne(honest: Buffer, signed: Buffer): Buffer {
  const sha256 = Buffer.from('3031300d060960864801650304020105000420', 'hex')
  const tail = Buffer.concat([Buffer.from([0]), sha256, createHash('sha256').update(signed).digest()])
  return Buffer.concat([Buffer.from([0, 1]), Buffer.alloc(honest.length - tail.length - 2, 0xff), tail])
}
