import type { Attestation } from '../attestation.ts'
import { MAJOR, encode, encodePairs, head } from '../cbor.ts'

const BREAK = Buffer.from([0xff])

/** Cuts so many bytes from the end. */
export function truncated(bytes: number): (honest: Buffer) => Buffer {
  return (honest) => honest.subarray(0, honest.length - bytes)
}

/** Surplus bytes after the object. */
export function withTrailingBytes(honest: Buffer): Buffer {
  return Buffer.concat([honest, Buffer.from('00c0ffee', 'hex')])
}

/** Arrays within arrays, as deep as asked, where the statement should be. */
export function deeplyNested(depth: number) {
  return (_honest: Buffer, { fmt }: Attestation, authData: Buffer): Buffer =>
    encodePairs([
      ['fmt', fmt],
      ['attStmt', { raw: Buffer.concat([Buffer.alloc(depth, 0x81), head(MAJOR.unsigned, 0)]) }],
      ['authData', authData],
    ])
}

/** So many members where the statement should be. */
export function crowded(members: number) {
  return (_honest: Buffer, { fmt }: Attestation, authData: Buffer): Buffer =>
    encodePairs([
      ['fmt', fmt],
      ['attStmt', new Map(Array.from({ length: members }, (_, index) => [index, 0]))],
      ['authData', authData],
    ])
}

/** A map and a byte string that end only at a break, which canonical CBOR forbids. */
export function indefiniteLengths(_honest: Buffer, { fmt, attStmt }: Attestation, authData: Buffer): Buffer {
  const chunks = Buffer.concat([
    Buffer.from([0x5f]),
    encode(authData.subarray(0, 37)),
    encode(authData.subarray(37)),
    BREAK,
  ])
  const pairs = [encode('fmt'), encode(fmt), encode('attStmt'), encode(attStmt), encode('authData'), chunks]
  return Buffer.concat([Buffer.from([0xbf]), ...pairs, BREAK])
}

/** Announces more authenticator data than it brings. */
export function hugeLength(claimed: bigint) {
  return (_honest: Buffer, { fmt, attStmt }: Attestation, authData: Buffer): Buffer =>
    encodePairs([
      ['fmt', fmt],
      ['attStmt', attStmt],
      ['authData', { raw: Buffer.concat([head(MAJOR.bytes, claimed), authData]) }],
    ])
}

/** Announces a map of four thousand million entries. */
export function hugeMap(honest: Buffer): Buffer {
  return Buffer.concat([head(MAJOR.map, 2 ** 32 - 1), honest.subarray(1)])
}

/** Names the format twice, first another one. */
export function duplicateKeys(_honest: Buffer, { fmt, attStmt }: Attestation, authData: Buffer): Buffer {
  return encodePairs([
    ['fmt', 'packed'],
    ['fmt', fmt],
    ['attStmt', attStmt],
    ['authData', authData],
  ])
}
