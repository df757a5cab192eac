import * as english from '@zxcvbn-ts/language-en'
import { describe, expect, test } from 'vitest'
import type { Suggestion } from '#server/passwords/lists.ts'
import { judgePassword, refusalOf } from '#server/passwords/strength.ts'
import { LANGUAGES } from '#server/words/language.ts'
import { wordsIn } from '#server/words/translate.ts'
import { ABOUT } from '#tests/server/passwords/strength-steps.ts'

test.each([
  'aaaaaaaaaaaa',
  '            ',
  '🦊'.repeat(12),
  'xk'.repeat(6),
  'x7q'.repeat(4) + 'x',
  'x7qk9z'.repeat(2),
  'X7QK9Zx7qk9z',
])('V6.2.4 a repeated short piece is refused: %s', async (password) => {
  expect(refusalOf(password, [])).toEqual({ reason: 'passwordRepeats' })
})

test('a repeated piece of seven characters is accepted', async () => {
  expect(refusalOf('x7qk9zw'.repeat(2), [])).toBeUndefined()
})

describe('V6.2.11 a password made of words about the person or this site is refused', () => {
  test.each([
    'latchkeylatchkey',
    'LatchkeyPassword',
    'lovelace-lovelace',
    'Ada Lovelace 1815',
    'analytical-engine',
    'ada.lovelace!!',
    'my passkey 1',
  ])('%s', async (password) => {
    expect(refusalOf(password, ABOUT)).toEqual({ reason: 'passwordOwnWords' })
  })

  test.each(['lovelace sings at noon', 'a latchkey under the mat', 'engines made of brass'])(
    'except in a sentence that contains one: %s',
    async (password) => {
      expect(refusalOf(password, ABOUT)).toBeUndefined()
    },
  )
})

test('the strength estimate gives advice and never refuses', async () => {
  expect(judgePassword('aaaaaaaaaaaaaaab', [])).toMatchObject({
    score: expect.toSatisfy((score: number) => score <= 1),
    refusal: undefined,
    suggestions: ['warnings.simpleRepeat', 'suggestions.anotherWord', 'suggestions.repeated'],
  })
  expect(judgePassword('seven tin whistles', [])).toMatchObject({ score: 4, refusal: undefined })
})

test('V2.4.1 every password is checked quickly', () => {
  const hard = ['4@8({[<369&#!10|$57+2%', 'p@$$w0rd!1|l7+5$3', '11/11/1111 ', '123456789012', 'aA'].map((text) =>
    text.repeat(128).slice(0, 256),
  )
  judgePassword('the lists are loaded now', [])
  for (const password of hard) {
    const times = [
      timeOf(() => judgePassword(password, ABOUT)),
      timeOf(() => judgePassword(password, ABOUT)),
      timeOf(() => judgePassword(password, ABOUT)),
    ]
    expect(Math.min(...times)).toBeLessThan(750)
  }
  expect(timeOf(() => hard.map((password) => refusalOf(password, ABOUT)))).toBeLessThan(150)
}, 60_000)

/** The process's CPU time in milliseconds, so that other load does not count. */
function timeOf(work: () => unknown): number {
  const started = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(started)
  return (user + system) / 1_000
}

test('every warning of the estimator is in the catalogue, in every language', () => {
  for (const language of LANGUAGES) {
    const said = wordsIn(language, 'passwords')
    for (const kind of ['warnings', 'suggestions'] as const)
      for (const key of Object.keys(english.translations[kind]))
        expect(said(`${kind}.${key}` as Suggestion)).toMatch(/\p{L}.*[.]$/u)
  }
})
