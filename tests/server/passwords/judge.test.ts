import { expect, test } from 'vitest'
import { judge, refusalFor } from '#server/passwords/judge.ts'
import { judgePassword, refusalOf } from '#server/passwords/strength.ts'

const ASKED = ['correct horse battery staple', 'password1234', 'Ada Lovelace 1815', 'short', 'aaaaaaaaaaaa'].map(
  (password) => ({ password, contextWords: ['Ada Lovelace'] }),
)

test('the process goes on while the first password is judged in its thread', async () => {
  let turns = 0
  const timer = setInterval(() => (turns += 1), 1)
  const began = performance.now()
  await judge({ password: 'correct horse battery staple', contextWords: [] })
  clearInterval(timer)
  // Its lists take 30 to 250 ms to load. In this thread there would be a turn or two in that time, instead of one each millisecond.
  expect(turns).toBeGreaterThan((performance.now() - began) / 6)
})

test('the thread judges as the rules say, fifty at once too', async () => {
  for (const asked of ASKED) {
    const { password, contextWords } = asked
    expect(await judge(asked)).toEqual(judgePassword(password, contextWords))
    expect(await refusalFor(asked)).toEqual(refusalOf(password, contextWords))
  }
  const [asked] = ASKED
  if (!asked) throw new Error('There is nothing to judge.')
  const expected = judgePassword(asked.password, asked.contextWords)
  const all = await Promise.all(Array.from({ length: 50 }, () => judge(asked)))
  expect(all).toEqual(all.map(() => expected))
})
