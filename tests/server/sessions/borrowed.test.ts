import { expect, test } from 'vitest'
import { borrowedUntil } from '#server/sessions/borrowed.ts'

const HOUR = 3_600_000
const START = 1_900_000_000_000

test.each([
  ['twelve hours', 12 * HOUR, START + 12 * HOUR],
  ['an hour', HOUR, START + HOUR],
  ['a millisecond more than twelve hours', 12 * HOUR + 1, undefined],
  ['thirty days', 720 * HOUR, undefined],
])('a session says when it ends only if it is a short one: %s', (_, lifetime, until) => {
  expect(borrowedUntil({ sessionStartedAt: START, sessionExpiresAt: START + lifetime })).toBe(until)
})
