import { randomBytes } from 'node:crypto'
import { sealData, unsealData } from 'iron-session'
import { describe, expect, test } from 'vitest'
import { ironSeal } from '#server/callers/iron.ts'

const PASSWORD = randomBytes(32).toString('base64url')
const DATA = { token: 'ünïcode * ~ "quotes"' }
const open = (seal: string, password = PASSWORD) => unsealData(seal, { password, ttl: 0 }).catch(() => ({}))
const seal = () => ironSeal(PASSWORD, randomBytes, DATA)

describe('a seal of ours', () => {
  test('opens in iron-session, like one of its own without an expiry', async () => {
    expect(await open(seal())).toEqual(DATA)
  })

  test('has the same format as one that iron-session made of the same data', async () => {
    const shape = (text: string) => text.split('*').map((part) => part.length)
    expect(shape(seal())).toEqual(shape(await sealData(DATA, { password: PASSWORD, ttl: 0 })))
    expect(seal()).toMatch(/^Fe26\.2\*1\*[\da-f]{64}\*[\w-]{22}\*[\w-]+\*\*[\da-f]{64}\*[\w-]{43}~2$/)
  })

  test('11.3.4 shares no salt and no nonce with another of the same data', () => {
    const seals = Array.from({ length: 100 }, () => seal().split('*'))
    for (const at of [2, 3, 4, 6, 7]) expect(new Set(seals.map((parts) => parts[at])).size).toBe(seals.length)
  })

  test('does not open with another password', async () => {
    expect(await open(seal(), randomBytes(32).toString('base64url'))).toEqual({})
  })

  test('does not open with a changed character or a missing part', async () => {
    const [bare = ''] = seal().split('~')
    // Except for the last one: two of its bits belong to no byte.
    for (let at = 0; at < bare.length - 1; at += 1) {
      const changed = bare.slice(0, at) + (bare[at] === 'A' ? 'B' : 'A') + bare.slice(at + 1)
      expect(await open(changed), changed).toEqual({})
    }
    for (const part of bare.split('*').keys())
      expect(await open(bare.split('*').toSpliced(part, 1).join('*'))).toEqual({})
  })
})
