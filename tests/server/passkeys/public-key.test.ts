import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { isSoundKey } from '#server/passkeys/public-key.ts'
import { ALGORITHMS } from '#tests/helpers/authenticator/algorithms.ts'
import { coseKey, type CoseKey } from '#tests/helpers/authenticator/cose.ts'

const [EC, OKP] = ([-7, -8] as const).map((algorithm) =>
  coseKey(ALGORITHMS[algorithm].generate().publicKey, algorithm),
) as [CoseKey, CoseKey]
const changed = (key: CoseKey, ...changes: [number, unknown][]) => new Map<number, unknown>([...key, ...changes])
const padded = (bytes: unknown) => Buffer.concat([Buffer.from([0]), bytes as Buffer])

/** A key whose coordinate begins with a zero byte, which must be encoded too. */
function withLeadingZero(label: -2 | -3): CoseKey {
  for (;;) {
    const key = coseKey(ALGORITHMS[-7].generate().publicKey, -7)
    if ((key.get(label) as Buffer)[0] === 0) return key
  }
}

describe('R+ an elliptic key', () => {
  test('is valid with coordinates of 32 bytes', () => {
    for (const key of [EC, OKP, withLeadingZero(-2), withLeadingZero(-3)]) expect(isSoundKey(key)).toBe(true)
  })

  test.each([-2, -3] as const)('is invalid with coordinate %i shorter or longer, even for the same number', (label) => {
    const short = withLeadingZero(label)
    expect(isSoundKey(changed(EC, [label, padded(EC.get(label))]))).toBe(false)
    expect(isSoundKey(changed(short, [label, (short.get(label) as Buffer).subarray(1)]))).toBe(false)
    expect(isSoundKey(changed(EC, [label, undefined]))).toBe(false)
  })

  test('is invalid with another curve', () => {
    for (const curve of [2, 3, 6, 8, '1', undefined]) expect(isSoundKey(changed(EC, [-1, curve]))).toBe(false)
    for (const curve of [1, 4, 5, 7, '6', undefined]) expect(isSoundKey(changed(OKP, [-1, curve]))).toBe(false)
  })

  test('of type Edwards is invalid with more or fewer bytes', () => {
    const point = OKP.get(-2) as Buffer
    for (const bytes of [padded(point), Buffer.concat([point, Buffer.from([0])]), point.subarray(0, 31), undefined])
      expect(isSoundKey(changed(OKP, [-2, bytes]))).toBe(false)
  })

  test('is invalid with an algorithm of another key type', () => {
    for (const algorithm of [-8, -257, -35, undefined]) expect(isSoundKey(changed(EC, [3, algorithm]))).toBe(false)
    for (const algorithm of [-7, -257, undefined]) expect(isSoundKey(changed(OKP, [3, algorithm]))).toBe(false)
  })
})

describe('R+ an Edwards point', () => {
  const P = 2n ** 255n - 19n
  const at = (y: bigint, sign = 0n) =>
    Buffer.from((y | (sign << 255n)).toString(16).padStart(64, '0'), 'hex').reverse() as Buffer

  test('is valid for each of two hundred keys', () => {
    for (let count = 0; count < 200; count += 1)
      expect(isSoundKey(coseKey(ALGORITHMS[-8].generate().publicKey, -8))).toBe(true)
  })

  test('of the examples in RFC 8032 §7.1 is valid', () => {
    for (const point of [
      'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
      '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
      'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    ])
      expect(isSoundKey(changed(OKP, [-2, Buffer.from(point, 'hex')])), point).toBe(true)
  })

  test('off the curve is refused, with either sign: about half of all numbers', () => {
    const valid = Array.from({ length: 400 }, (_, y) => isSoundKey(changed(OKP, [-2, at(BigInt(y) + 2n)])))
    expect(valid.filter(Boolean).length).toBeGreaterThan(150)
    expect(valid.filter(Boolean).length).toBeLessThan(250)
    // y = 2 has no x: 3 / (4d + 1) is no square. y = 3 has one.
    for (const sign of [0n, 1n]) {
      expect(isSoundKey(changed(OKP, [-2, at(2n, sign)]))).toBe(false)
      expect(isSoundKey(changed(OKP, [-2, at(3n, sign)]))).toBe(true)
    }
  })

  test('whose y is the prime or more is refused, also where the reduced y would be a point', () => {
    for (let more = 0n; more < 19n; more += 1n) expect(isSoundKey(changed(OKP, [-2, at(P + more)]))).toBe(false)
  })
})

describe('R+ an RSA key', () => {
  const rsa = (modulusLength: number, publicExponent: number) =>
    coseKey(generateKeyPairSync('rsa', { modulusLength, publicExponent }).publicKey, -257)
  const RSA = rsa(2_048, 65_537)
  const modulus = (bytes: number) => Buffer.alloc(bytes, 0xff)

  test('is valid from 2048 to 4096 bits and with a common exponent', () => {
    expect(isSoundKey(RSA)).toBe(true)
    expect(isSoundKey(rsa(2_040, 65_537))).toBe(false)
    expect(isSoundKey(rsa(2_048, 3))).toBe(false)
    expect(isSoundKey(changed(RSA, [-1, modulus(512)]))).toBe(true)
    for (const bytes of [513, 1_024, 32_768]) expect(isSoundKey(changed(RSA, [-1, modulus(bytes)]))).toBe(false)
  })

  test('with an even modulus is refused', () => {
    const even = Buffer.from(RSA.get(-1) as Buffer)
    even[even.length - 1] = (even.at(-1) ?? 0) & 0xfe
    expect(isSoundKey(changed(RSA, [-1, even]))).toBe(false)
  })

  test('is valid with an odd exponent up to 2³² − 1', () => {
    const exponent = (hex: string) => isSoundKey(changed(RSA, [-2, Buffer.from(hex, 'hex')]))
    expect([exponent('010001'), exponent('ffffffff')]).toEqual([true, true])
    for (const hex of ['010000', 'fffffffe', '0100000001', 'ff'.repeat(256), '01', '', 'ffff'])
      expect(exponent(hex), hex).toBe(false)
  })
})

test.each([0, 4, 5, 7, '2', undefined])('R+ a key of type %j is refused', (kind) => {
  for (const key of [EC, OKP]) expect(isSoundKey(changed(key, [1, kind]))).toBe(false)
  expect(isSoundKey(new Map())).toBe(false)
})
