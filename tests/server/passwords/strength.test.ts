import * as common from '@zxcvbn-ts/language-common'
import { describe, expect, test } from 'vitest'
import { refusalOf } from '#server/passwords/strength.ts'
import { ABOUT } from '#tests/server/passwords/strength-steps.ts'

const LISTED = common.dictionary['passwords-common']
  .map(String)
  .filter((password) => password.length >= 12)
  .slice(0, 30)

describe('N7 V6.2.1 the length counts code points', () => {
  test.each([
    ['eleven', 'vbnm tyuioq', true],
    ['twelve', 'vbnm tyuioqz', false],
    ['eleven emoji', '😀🦊🌵🍋🎻🚲🧭🪁🧩🪴🗿', true],
    ['twelve emoji', '😀🦊🌵🍋🎻🚲🧭🪁🧩🪴🗿🛶', false],
    ['twelve letters that NFC makes six', 'e\u0301'.repeat(6), true],
    ['256', 'x'.repeat(255) + 'y', false],
    ['257', 'x'.repeat(256) + 'y', true],
    ['256 emoji', '🦊'.repeat(255) + '🌵', false],
    ['257 emoji', '🦊'.repeat(257), true],
  ])('%s', async (_, password, refused) => {
    expect(refusalOf(password, ABOUT) !== undefined).toBe(refused)
  })
})

describe('V6.2.5 there are no rules about which characters', () => {
  test.each([
    'aaaaaaaaaaaaaaab',
    '      .     ',
    'ALL CAPITALS HERE',
    'only lower case',
    '472905518836',
    '\u0000\u0001\u0001'.repeat(4) + '\u0000\u0000',
    'パスワードはながいほうがいい',
    '🦊🦊🌵🦊🌵🌵'.repeat(2) + '🦊🌵',
    'correct horse battery staple',
  ])('%j is accepted', async (password) => {
    expect(refusalOf(password, ABOUT)).toBeUndefined()
  })
})

test('V6.2.4 N8 common and stolen passwords are refused in any case, with the reason', async () => {
  expect(LISTED).toHaveLength(30)
  for (const password of LISTED) {
    for (const text of [password, password.toUpperCase()])
      expect([text, refusalOf(text, [])]).toEqual([text, { reason: 'passwordListed' }])
  }
  expect(refusalOf(`${LISTED[0]}, but longer`, []), 'compared whole').toBeUndefined()
})

test.each(['iloveyoumonkey', 'dragonqwerty', '1qaz2wsxqwerty', 'Footballmonkey7', 'dragonm0nkey!!'])(
  'V6.2.4 a combination of two listed passwords is refused: %s',
  async (password) => {
    expect(refusalOf(password, [])).toEqual({ reason: 'passwordTwoListed' })
  },
)

test.each(['seven tin whistles', 'nine silver bells', 'iloveyou, monkey!', 'dragonsleepsnow', '472905518836'])(
  'a password that only contains a listed one is accepted: %s',
  async (password) => {
    expect(refusalOf(password, [])).toBeUndefined()
  },
)

test.each([
  'Iloveyou123456',
  'football12345',
  'Christopher1987!',
  'M0nkey!!!!!!',
  '$unshine2024',
  'P@$$w0rd2024',
  '..football!!',
])('V6.2.4 V6.2.12 a stolen password with a few more characters is refused: %s', async (password) => {
  expect(refusalOf(password, [])).toEqual({ reason: 'passwordListed' })
})

test.each(['handkerchief', '1constitution', 'registration7'])(
  'V6.2.4 V6.2.12 a common word with a few more characters is refused: %s',
  async (password) => {
    expect(refusalOf(password, [])).toEqual({ reason: 'passwordCommonWord' })
  },
)

test.each(['monkey 7382519', '9182736 monkey', '912 monkey 738', 'dragon, sleeping', 'a 7 b 8 c 9 d 0'])(
  'a password with eight characters of its own is accepted: %s',
  async (password) => {
    expect(refusalOf(password, [])).toBeUndefined()
  },
)

test.each([
  ['password1234', 'passwordListed'],
  ['password-12345', 'passwordListed'],
  ['handkerchief1', 'passwordCommonWord'],
  ['latchkey password', 'passwordOwnWords'],
])('fault U16 a refusal names the list that %s is on', async (password, reason) => {
  expect(refusalOf(password, ['password', 'Latchkey'])).toEqual({ reason })
})
