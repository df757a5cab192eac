import { describe, expect, test } from 'vitest'
import { deriveKeys } from '#server/crypto/keys.ts'
import { isMailboxCode, mailboxCode, writtenCode } from '#server/mail/mailbox-code.ts'
import { openLinkToken, linkToken } from '#server/mail/link-token.ts'
import { NEW_SECRET, OLD_SECRET } from '#tests/server/mail/samples.ts'

const before = deriveKeys([OLD_SECRET])
const rotated = deriveKeys([NEW_SECRET, OLD_SECRET])
const after = deriveKeys([NEW_SECRET])

describe('a mailbox code', () => {
  const code = mailboxCode(after, 'letter-1')

  test('V6.5.4 has six digits, is the same every time, and differs for each letter', () => {
    expect(code).toMatch(/^\d{6}$/)
    expect(mailboxCode(after, 'letter-1')).toBe(code)
    expect(
      new Set(Array.from({ length: 50 }, (_, index) => mailboxCode(after, `letter-${index}`))).size,
    ).toBeGreaterThan(45)
  })

  test('keeps its leading zeros', () => {
    const small = Array.from({ length: 500 }, (_, index) => mailboxCode(after, `letter-${index}`)).filter((it) =>
      it.startsWith('0'),
    )
    expect(small.length).toBeGreaterThan(20)
    for (const it of small) expect(it).toHaveLength(6)
  })

  test('V6.5.4 has an evenly distributed first digit', () => {
    const counts = Array.from({ length: 10 }, () => 0)
    for (let index = 0; index < 10_000; index += 1) {
      const first = Number(mailboxCode(after, `even-${index}`)[0])
      counts[first] = (counts[first] ?? 0) + 1
    }
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(150)
  })

  test('V6.5.4 of a shared letter has twelve digits, evenly distributed, and is written in groups', () => {
    const codes = Array.from({ length: 5_000 }, (_, index) => mailboxCode(after, `long-${index}`, 12))
    for (const long of codes) expect(long).toMatch(/^\d{12}$/)
    expect(new Set(codes).size).toBe(5_000)
    const firsts = Object.values(Object.groupBy(codes, ([first = '']) => first)).map((some) => some?.length ?? 0)
    expect(firsts).toHaveLength(10)
    for (const count of firsts) expect(Math.abs(count - 500)).toBeLessThan(110)
    expect(writtenCode('123456789012')).toBe('1234-5678-9012')
    expect(writtenCode('123456')).toBe('123456')
  })

  test('of six digits is not accepted where twelve are asked for, nor the other way round', () => {
    const long = mailboxCode(after, 'letter-1', 12)
    expect(isMailboxCode(after, 'letter-1', long, 12)).toBe(true)
    for (const wrong of [code, `${code}${code}`, long.slice(0, 6)])
      expect(isMailboxCode(after, 'letter-1', wrong, 12)).toBe(false)
    for (const wrong of [long, long.slice(0, 6), long.slice(6)])
      expect(isMailboxCode(after, 'letter-1', wrong)).toBe(false)
  })

  test('V6.6.2 is accepted only for its own letter', () => {
    expect(isMailboxCode(after, 'letter-1', code)).toBe(true)
    expect(isMailboxCode(after, 'letter-2', code)).toBe(false)
  })

  test.each(['', '1', 'abcdef', `${code} `, `${code}0`, '０１２３４５', '\u0000'.repeat(6)])('refuses %j', (wrong) => {
    expect(isMailboxCode(after, 'letter-1', wrong)).toBe(false)
  })

  test('survives a rotation, and is refused after its secret is dropped', () => {
    const old = mailboxCode(before, 'letter-1')
    expect(isMailboxCode(rotated, 'letter-1', old)).toBe(true)
    expect(isMailboxCode(rotated, 'letter-1', code)).toBe(true)
    expect(isMailboxCode(after, 'letter-1', old)).toBe(false)
  })
})

describe('a link’s token', () => {
  const token = linkToken(after, 'cancel', 'recovery-1')

  test('returns the id it was made for', () => {
    expect(token).toMatch(/^recovery-1\.[\w-]{43}$/)
    expect(openLinkToken(after, 'cancel', token)).toBe('recovery-1')
  })

  test('K20 is refused for another purpose', () => {
    expect(openLinkToken(after, 'other' as 'cancel', token)).toBeUndefined()
  })

  test.each([
    '',
    '.',
    'recovery-1',
    'recovery-1.',
    token.replace('recovery-1', 'recovery-2'),
    token.slice(0, -1),
    `${token}=`,
    `${token}A`,
    ` ${token}`,
    token.slice('recovery-1'.length),
    token.slice(0, -2) + (token.endsWith('AA') ? 'BB' : 'AA'),
  ])('refuses %j', (wrong) => {
    expect(openLinkToken(after, 'cancel', wrong)).toBeUndefined()
  })

  test('refuses an empty id, even one we signed', () => {
    expect(openLinkToken(after, 'cancel', linkToken(after, 'cancel', ''))).toBeUndefined()
  })

  test('survives a rotation, and is refused after its secret is dropped', () => {
    const old = linkToken(before, 'other' as 'cancel', 'change-1')
    expect(openLinkToken(rotated, 'other' as 'cancel', old)).toBe('change-1')
    expect(openLinkToken(after, 'other' as 'cancel', old)).toBeUndefined()
  })
})
