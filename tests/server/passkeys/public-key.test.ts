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

test('R+ an RSA key is valid from 2048 bits and with a common exponent', () => {
  const rsa = (modulusLength: number, publicExponent: number) =>
    coseKey(generateKeyPairSync('rsa', { modulusLength, publicExponent }).publicKey, -257)
  expect(isSoundKey(rsa(2_048, 65_537))).toBe(true)
  expect(isSoundKey(rsa(2_040, 65_537))).toBe(false)
  expect(isSoundKey(rsa(2_048, 3))).toBe(false)
})

test.each([0, 4, 5, 7, '2', undefined])('R+ a key of type %j is refused', (kind) => {
  for (const key of [EC, OKP]) expect(isSoundKey(changed(key, [1, kind]))).toBe(false)
  expect(isSoundKey(new Map())).toBe(false)
})
