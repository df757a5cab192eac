import { expect, test } from 'vitest'
import { likelyAddress } from '#app/_ui/fields/likely-address.ts'

test.each([
  ['ada@exampel.com', 'ada@example.com'],
  ['ada@gmial.com', 'ada@gmail.com'],
  ['ada@gmal.com', 'ada@gmail.com'],
  ['ada@gmaill.com', 'ada@gmail.com'],
  ['ada@gmail.con', 'ada@gmail.com'],
  [' Ada.L@Hotnail.com ', 'Ada.L@hotmail.com'],
  ['ada@gmx.ed', 'ada@gmx.de'],
])('fault U29 %s suggests %s', (typed, meant) => {
  expect(likelyAddress(typed)).toBe(meant)
})

test.each([
  '',
  'ada',
  'ada@',
  '@gmial.com',
  'ada@gmail.com',
  'ada@mail.com',
  'ada@gmx.net',
  'ada@latchkey.dev',
  'a@b@gmial.com',
])('fault U29 %s suggests nothing', (typed) => {
  expect(likelyAddress(typed)).toBeUndefined()
})

test('fault U29 nothing is suggested on the way to a well-known address', () => {
  for (const whole of ['ada@gmail.com', 'ada@gmx.net', 'ada@proton.me'])
    for (let length = 1; length <= whole.length; length += 1)
      expect(likelyAddress(whole.slice(0, length))).toBeUndefined()
})
