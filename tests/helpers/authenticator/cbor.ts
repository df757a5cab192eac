/** What the encoder takes; a map keeps numeric and text keys, and `raw` bytes go out as they are. */
export type CborValue = number | string | boolean | null | Uint8Array | CborRaw | CborValue[] | CborMap
export type CborMap = Map<number | string, CborValue>
type CborRaw = { raw: Buffer }

/** The major types by name (RFC 8949 §3.1). */
export const MAJOR = { unsigned: 0, negative: 1, bytes: 2, text: 3, array: 4, map: 5, simple: 7 }

/** Encodes a value canonically: shortest lengths, definite sizes, map keys in order. */
export function encode(value: CborValue): Buffer {
  if (value === null) return head(MAJOR.simple, 22)
  if (typeof value === 'boolean') return head(MAJOR.simple, value ? 21 : 20)
  if (typeof value === 'number') return value < 0 ? head(MAJOR.negative, -1 - value) : head(MAJOR.unsigned, value)
  if (typeof value === 'string') return sized(MAJOR.text, Buffer.from(value))
  if (value instanceof Uint8Array) return sized(MAJOR.bytes, value)
  if (Array.isArray(value)) return Buffer.concat([head(MAJOR.array, value.length), ...value.map(encode)])
  if (value instanceof Map) return encodePairs([...value], { sorted: true })
  return value.raw
}

/** Encodes a map from its pairs as they come, so that keys may repeat or stand out of order. */
export function encodePairs(pairs: [number | string, CborValue][], { sorted = false } = {}): Buffer {
  const encoded = pairs.map(([key, value]) => ({ key: encode(key), value: encode(value) }))
  if (sorted) encoded.sort((a, b) => Buffer.compare(a.key, b.key))
  return Buffer.concat([head(MAJOR.map, pairs.length), ...encoded.flatMap(({ key, value }) => [key, value])])
}

/** The initial byte of a data item and its argument, which need not match what follows. */
export function head(major: number, argument: number | bigint): Buffer {
  const type = major << 5
  if (argument < 24) return Buffer.from([type | Number(argument)])
  if (argument < 0x100) return Buffer.from([type | 24, Number(argument)])

  const wide = Buffer.alloc(8)
  wide.writeBigUInt64BE(BigInt(argument))
  if (argument < 0x10000) return Buffer.from([type | 25, ...wide.subarray(6)])
  if (argument < 0x100000000) return Buffer.from([type | 26, ...wide.subarray(4)])
  return Buffer.from([type | 27, ...wide])
}

function sized(major: number, content: Uint8Array): Buffer {
  return Buffer.concat([head(major, content.length), content])
}
