import { createHmac, hkdfSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { deriveKeys, hmac, type KeyUse, sameText, sha256 } from '#server/crypto/keys.ts'
import { NEW_SECRET, OLD_SECRET } from '#tests/server/mail/samples.ts'

const keys = deriveKeys([NEW_SECRET])
// Object.keys forgets the names of the uses.
const uses = Object.keys(keys) as KeyUse[]

describe('derived keys', () => {
  test('V11.2.3 have 32 bytes each and differ for each use', () => {
    const all = uses.map((use) => keys[use][0])
    for (const { bytes } of all) expect(bytes).toHaveLength(32)
    expect(new Set(all.map(({ bytes }) => bytes.toString('hex'))).size).toBe(uses.length)
    expect(new Set(all.map(({ id }) => id)).size).toBe(uses.length)
  })

  test('follow RFC 5869 with the use as info, so that every version derives the same ones', () => {
    for (const use of uses)
      expect(keys[use][0].bytes).toEqual(Buffer.from(hkdfSync('sha256', NEW_SECRET, 'latchkey', use, 32)))
  })

  test('are the same each time, and different for another secret', () => {
    expect(deriveKeys([NEW_SECRET])).toEqual(keys)
    for (const use of uses) expect(deriveKeys([OLD_SECRET])[use][0].bytes).not.toEqual(keys[use][0].bytes)
  })

  test('S12 V11.2.2 form a ring after a rotation, newest first, with unchanged ids', () => {
    const [before, rotated] = [deriveKeys([OLD_SECRET]), deriveKeys([NEW_SECRET, OLD_SECRET])]
    for (const use of uses) expect(rotated[use]).toEqual([keys[use][0], before[use][0]])
  })

  test('have ids that reveal nothing about them', () => {
    for (const use of uses) {
      const [{ id, bytes }] = keys[use]
      expect(id).toMatch(/^[\w-]{8}$/)
      for (const encoding of ['base64url', 'base64', 'hex'] as const) expect(bytes.toString(encoding)).not.toContain(id)
    }
  })
})

describe('a keyed hash', () => {
  test('is HMAC-SHA-256 under the newest key of the ring', () => {
    const expected = createHmac('sha256', keys.limit[0].bytes).update('a message').digest()
    expect(hmac(keys.limit, 'a message')).toEqual(expected)
    expect(hmac(deriveKeys([NEW_SECRET, OLD_SECRET]).limit, 'a message')).toEqual(expected)
  })

  test('differs with the message and with the use', () => {
    expect(hmac(keys.limit, 'a message')).not.toEqual(hmac(keys.limit, 'a messagf'))
    expect(hmac(keys.limit, 'a message')).not.toEqual(hmac(keys.letter, 'a message'))
  })
})

test('sha256 returns the standard hash of a text', () => {
  expect(sha256('abc')).toBe('ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0')
})

test.each([
  ['', '', true],
  ['482913', '482913', true],
  ['482913', '482914', false],
  ['482913', '48291', false],
  ['482913', '482913 ', false],
  ['é', 'e\u0301', false],
])('compares %j with %j: %s', (a, b, same) => {
  expect(sameText(a, b)).toBe(same)
})
