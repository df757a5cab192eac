/** A value of CBOR, of the kinds that passkeys use. */
export type Cbor = number | string | boolean | null | Uint8Array<ArrayBuffer> | Cbor[] | CborMap
export type CborMap = Map<number | string, Cbor>

/** How deep maps and lists may lie in each other. Extensions of authenticators have two levels. */
const DEEPEST = 4
const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

class NotCborError extends Error {}

/**
 * Reads one item of CBOR at a place, and returns it and where it ends. Reads the form that CTAP2 requires of
 * authenticators, except for the order of keys: the shortest lengths, no open ends, no tags, each key once. Returns
 * undefined for anything else. The work is linear in the length of the bytes.
 */
export function readCbor(bytes: Uint8Array<ArrayBuffer>, at = 0): { value: Cbor; end: number } | undefined {
  const place = { bytes, at }
  try {
    return { value: item(place, 0), end: place.at }
  } catch (error) {
    if (error instanceof NotCborError) return undefined
    throw error
  }
}

/** Returns the map that the bytes are, from their first to their last one. */
export function readCborMap(bytes: Uint8Array<ArrayBuffer>): CborMap | undefined {
  const read = readCbor(bytes)
  return read?.value instanceof Map && read.end === bytes.length ? read.value : undefined
}

type Place = { bytes: Uint8Array<ArrayBuffer>; at: number }

function item(place: Place, depth: number): Cbor {
  if (depth > DEEPEST) throw new NotCborError()
  const [first = 0] = take(place, 1)
  const major = first >> 5
  if (major === 7) return simple(place, first)
  const argument = argumentOf(place, first & 0x1f)
  if (major === 0) return argument
  if (major === 1) return -1 - argument
  if (major === 2) return take(place, argument)
  if (major === 3) return textIn(take(place, argument))
  if (major === 4) return list(place, argument, depth)
  if (major === 5) return map(place, argument, depth)
  throw new NotCborError()
}

/** RFC 8949 §4.2.1: a number is in the first byte or in as few bytes behind it as possible. */
function argumentOf(place: Place, low: number): number {
  if (low < 24) return low
  const size = { 24: 1, 25: 2, 26: 4, 27: 8 }[low]
  if (size === undefined) throw new NotCborError()
  const number = take(place, size).reduce((sum, byte) => sum * 256 + byte, 0)
  const least = size === 1 ? 24 : 256 ** (size / 2)
  if (number < least || !Number.isSafeInteger(number)) throw new NotCborError()
  return number
}

/** False, true and null. Numbers with a fraction are read over: no passkey has one that matters. */
function simple(place: Place, first: number): Cbor {
  const fraction = { 0xf9: 2, 0xfa: 4, 0xfb: 8 }[first]
  if (fraction !== undefined) return take(place, fraction) && null
  if (first === 0xf4 || first === 0xf5) return first === 0xf5
  if (first === 0xf6 || first === 0xf7) return null
  throw new NotCborError()
}

function list(place: Place, length: number, depth: number): Cbor[] {
  requireRest(place, length)
  return Array.from({ length }, () => item(place, depth + 1))
}

function map(place: Place, length: number, depth: number): CborMap {
  requireRest(place, 2 * length)
  const read: CborMap = new Map()
  for (let count = 0; count < length; count += 1) {
    const key = item(place, depth + 1)
    if ((typeof key !== 'number' && typeof key !== 'string') || read.has(key)) throw new NotCborError()
    read.set(key, item(place, depth + 1))
  }
  return read
}

function take(place: Place, length: number): Uint8Array<ArrayBuffer> {
  requireRest(place, length)
  place.at += length
  return place.bytes.subarray(place.at - length, place.at)
}

/** Each item has at least one byte, so a length beyond the rest is a lie. */
function requireRest({ bytes, at }: Place, length: number): void {
  if (length > bytes.length - at) throw new NotCborError()
}

function textIn(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes)
  } catch {
    throw new NotCborError()
  }
}
