import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { newCodes, readCode, writeCode } from '#server/backup-codes/code.ts'

const WRITTEN = '0123-4567-89AB-CDEF-GHJK'
const PARTS = { selector: '0123', verifier: '456789ABCDEFGHJK' }

test('B1 a code has five groups of four characters, from an alphabet without look-alikes', () => {
  expect(writeCode(PARTS)).toBe(WRITTEN)
  for (const code of newCodes(randomBytes, 50))
    expect(writeCode(code)).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){4}$/)
})

test('B1 a code has 80 random bits in addition to its selector', () => {
  const bytes = Buffer.from(Array.from({ length: 20 }, (_, index) => index + 96))
  expect(newCodes(() => bytes, 1)).toEqual([{ selector: '0123', verifier: '456789ABCDEFGHJK' }])
  expect(Math.log2(32 ** PARTS.verifier.length)).toBe(80)
})

test('B2 the selectors of a set all differ, even if the source repeats itself', () => {
  let call = 0
  const random = (length: number) => Buffer.alloc(length, Math.floor(call++ / 2))
  const codes = newCodes(random, 10)
  expect(new Set(codes.map(({ selector }) => selector)).size).toBe(10)
})

describe('B1 a code is read', () => {
  test.each([
    ['as it is written', WRITTEN],
    ['in lower case', WRITTEN.toLowerCase()],
    ['without hyphens', WRITTEN.replaceAll('-', '')],
    ['with spaces', ` ${WRITTEN.replaceAll('-', ' ')} \n`],
    ['fault U25 with en dashes', WRITTEN.replaceAll('-', '\u2013')],
    ['fault U25 with non-breaking hyphens', WRITTEN.replaceAll('-', '\u2011')],
    ['fault U25 with minus signs', WRITTEN.replaceAll('-', '\u2212')],
    ['fault U25 with soft hyphens', WRITTEN.replaceAll('-', '\u00ad')],
    ['fault U25 with a zero-width space at the end', `${WRITTEN}\u200b`],
    ['fault U25 with a byte-order mark at the start', `\ufeff${WRITTEN}`],
    ['with hyphens anywhere', '0-1-2-3-4567-89abcdefghj--k'],
    ['with O for 0', WRITTEN.replace('0', 'O')],
    ['with o for 0', WRITTEN.replace('0', 'o')],
    ['with I for 1', WRITTEN.replace('1', 'I')],
    ['with l for 1', WRITTEN.replace('1', 'l')],
  ])('%s', (_, text) => {
    expect(readCode(text)).toEqual(PARTS)
  })
})

test.each([
  '',
  '-',
  WRITTEN.slice(0, -1),
  `${WRITTEN}0`,
  WRITTEN.replace('K', 'U'),
  WRITTEN.replace('K', '*'),
  WRITTEN.replace('0', '０'),
  WRITTEN.replaceAll('-', '_'),
])('%j is not a code', (text) => {
  expect(readCode(text)).toBeUndefined()
})
