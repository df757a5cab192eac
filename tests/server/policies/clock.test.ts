import { expect, test } from 'vitest'
import { clockIn } from '#server/policies/clock.ts'

test.each([
  ['UTC', '1970-01-01T00:00:00Z', 4, 0],
  ['UTC', '2026-11-29T23:59:59.999Z', 7, 1_439],
  ['UTC', '2026-11-30T00:00:00Z', 1, 0],
  ['Europe/Berlin', '2026-11-29T23:00:00Z', 1, 0],
  ['Europe/Berlin', '2026-06-30T21:59:00Z', 2, 1_439],
  ['Asia/Kathmandu', '2026-11-28T18:15:00Z', 7, 0],
  ['America/Los_Angeles', '2026-11-30T07:30:00Z', 7, 1_410],
])('in %s at %s it is weekday %i, minute %i', (zone, at, weekday, minutes) => {
  expect(clockIn(zone, Date.parse(at))).toEqual({ weekday, minutes })
})

test('the hour that comes twice in autumn has the same minutes both times', () => {
  const [first, second] = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((at) =>
    clockIn('Europe/Berlin', Date.parse(at)),
  )
  expect([first, second]).toEqual([
    { weekday: 7, minutes: 150 },
    { weekday: 7, minutes: 150 },
  ])
})
