import { expect, test } from 'vitest'
import { initialsOf } from '#server/words/initials.ts'

test.each([
  ['Mira Holm', 'MH'],
  ['mira', 'M'],
  ['Ada King, Countess of Lovelace', 'AL'],
  ['Anne-Marie O’Neill', 'AO'],
  ['  émile   zola ', 'ÉZ'],
  ['e\u0301mile zola', 'E\u0301Z'],
  ['山田 太郎', '山太'],
  ['مرحبا بك', 'مب'],
  ['👩‍🚀 Ripley', '👩‍🚀R'],
  ['Mira (Holm)', 'MH'],
  ['$', 'E'],
  ['', 'E'],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name, 'eve@example.com')).toBe(initials)
})
