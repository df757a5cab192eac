import { isoCBOR } from '@simplewebauthn/server/helpers'
import { describe, expect, test } from 'vitest'
import { readCbor, readCborMap } from '#server/passkeys/cbor.ts'
import { type CborValue, encode } from '#tests/helpers/authenticator/cbor.ts'

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'))
const plain = (value: Uint8Array) => new Uint8Array(value)

describe('an item of CBOR', () => {
  test.each<[string, unknown]>([
    ['00', 0],
    ['17', 23],
    ['1818', 24],
    ['18ff', 255],
    ['190100', 256],
    ['1a00010000', 65_536],
    ['1b0000000100000000', 4_294_967_296],
    ['1b001fffffffffffff', Number.MAX_SAFE_INTEGER],
    ['20', -1],
    ['390100', -257],
    ['40', new Uint8Array()],
    ['43010203', new Uint8Array([1, 2, 3])],
    ['60', ''],
    ['63e282ac', '€'],
    ['80', []],
    ['8201820203', [1, [2, 3]]],
    ['a0', new Map()],
    [
      'a201022003',
      new Map([
        [1, 2],
        [-1, 3],
      ]),
    ],
    ['f4', false],
    ['f5', true],
    ['f6', null],
    ['f7', null],
    ['f93c00', null],
    ['fa3f800000', null],
    ['fb3ff0000000000000', null],
    ['a16161a1616201', new Map([['a', new Map([['b', 1]])]])],
  ])('RFC 8949 is read: %s', (text, value) => {
    expect(readCbor(hex(text))).toEqual({ value, end: text.length / 2 })
    expect(readCbor(hex(`ff${text}00`), 1)).toEqual({ value, end: text.length / 2 + 1 })
  })

  test.each([
    ['nothing', ''],
    ['a number in more bytes than it needs', '1800'],
    ['a number in more bytes than it needs', '1817'],
    ['a number in more bytes than it needs', '1900ff'],
    ['a number in more bytes than it needs', '1a0000ffff'],
    ['a number in more bytes than it needs', '1b00000000ffffffff'],
    ['a number beyond what is exact', '1b0020000000000000'],
    ['a number that is cut', '1901'],
    ['a reserved length', '1c'],
    ['bytes with an open end', '5f4101ff'],
    ['a text with an open end', '7f6161ff'],
    ['a list with an open end', '9f01ff'],
    ['a map with an open end', 'bf0102ff'],
    ['bytes that are cut', '4301'],
    ['bytes that promise two thousand million', '5a7fffffff01'],
    ['a list that is cut', '8201'],
    ['a list that promises four thousand million', '9affffffff01'],
    ['a map without its last value', 'a101'],
    ['a map that promises four thousand million', 'baffffffff0102'],
    ['a map with a key twice', 'a201020103'],
    ['a map with a list as key', 'a18001'],
    ['a map with bytes as key', 'a1410101'],
    ['a text that is not UTF-8', '62fffe'],
    ['a tag', 'c001'],
    ['a simple value in two bytes', 'f818'],
    ['an unassigned simple value', 'f0'],
    ['a break alone', 'ff'],
    ['lists in lists in lists', '818181818100'],
  ])('is refused: %s, %s', (_, text) => {
    expect(readCbor(hex(text))).toBeUndefined()
  })

  test('is read as the library reads it, if it is canonical', () => {
    const values: CborValue[] = [
      new Map<string | number, CborValue>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', Buffer.alloc(300, 7)],
      ]),
      new Map<string | number, CborValue>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.alloc(32, 1)],
        [-3, Buffer.alloc(32, 2)],
      ]),
      new Map<string | number, CborValue>([
        ['credProtect', 2],
        ['hmac-secret', true],
        ['list', ['a', -1, 70_000]],
      ]),
    ]
    for (const value of values) {
      const bytes = plain(encode(value))
      expect(readCborMap(bytes)).toEqual(isoCBOR.decodeFirst(plain(encode(value))))
    }
  })
})

test('a map must be the whole of its bytes', () => {
  expect(readCborMap(hex('a10102'))).toEqual(new Map([[1, 2]]))
  for (const text of ['a1010200', 'a1', '80', '01', '']) expect(readCborMap(hex(text))).toBeUndefined()
})

test('every byte of hostile CBOR is looked at once: reading six thousand takes a few milliseconds', () => {
  const hostile = [
    Buffer.alloc(6_144, 0x81),
    Buffer.concat([Buffer.from('b90bfe', 'hex'), ...Array.from({ length: 3_070 }, (_, index) => encode(index % 24))]),
    encode(new Map(Array.from({ length: 1_700 }, (_, index) => [index, 0]))),
    encode(Array.from({ length: 2_000 }, () => [[]])),
    Buffer.concat([Buffer.from('991800', 'hex'), Buffer.alloc(6_141, 0x80)]),
  ].map((bytes) => plain(bytes))
  const times = Array.from({ length: 20 }, () => {
    const started = performance.now()
    for (const bytes of hostile) readCbor(bytes)
    return performance.now() - started
  })
  expect(Math.min(...times)).toBeLessThan(20)
})
