import { expect, test } from 'vitest'
import { sameDistribution } from '#tests/server/enumeration/same-distribution.ts'

const SPREAD = Array.from({ length: 200 }, (_, index) => index)

test.each([
  ['itself', SPREAD, 0.999],
  ['its own odd and even halves', SPREAD.map((value) => value + 0.5), 0.999],
])('a sample has the same distribution as %s', (_, other, least) => {
  expect(sameDistribution(SPREAD, other)).toBeGreaterThan(least)
})

test.each([
  ['shifted by a fifth of its spread', SPREAD.map((value) => value + 40)],
  ['three times as wide', SPREAD.map((value) => (value - 100) * 3 + 100)],
  ['elsewhere', SPREAD.map((value) => value + 1_000)],
])('a sample differs from one %s', (_, other) => {
  expect(sameDistribution(SPREAD, other)).toBeLessThan(0.01)
})

test('p is about 0.05 at D = 0.1358 for two samples of 200, as in Kolmogorov’s distribution', () => {
  const shift = (by: number) => SPREAD.map((value) => value + by)
  expect(sameDistribution(SPREAD, shift(26.5))).toBeGreaterThan(0.04)
  expect(sameDistribution(SPREAD, shift(27.5))).toBeLessThan(0.05)
})
