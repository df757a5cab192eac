import { expect, test } from 'vitest'
import { run } from './server.ts'

test('the sign-in page loads at most 25 KB of scripts more than an empty page of the same Next', async () => {
  const measured = run('scripts/first-load.mjs', {}, [], ['--recorded'])
  expect([await measured.ended, measured.said()]).toEqual([
    0,
    expect.stringMatching(/\/sign-in adds \d+\.\d KB; the limit is 25 KB\./),
  ])
})
