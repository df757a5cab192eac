import { expect, test } from 'vitest'
import { stateOf } from '#server/recoveries/state.ts'

const NOW = 1_000
const recovery = {
  id: '',
  userId: '',
  canonical: '',
  state: 'waiting',
  requestedAt: 0,
  ip: '',
  userAgent: '',
  startedAt: 1,
  readyAt: 2,
  closesAt: 3_000,
  remindedAt: null,
  readyToldAt: null,
  endedAt: null,
} as const

test('K3 no recovery means no wait', () => {
  expect(stateOf(undefined, NOW)).toEqual({ state: 'none' })
})

test.each(['startedAt', 'readyAt', 'closesAt'])('K3 a recovery without %s has not started its wait', (lacking) => {
  expect(stateOf({ ...recovery, [lacking]: null }, NOW)).toEqual({ state: 'waiting' })
})

test.each([
  ['ready', 'in the millisecond that its wait ends', { startedAt: 1, readyAt: NOW }],
  ['waiting', 'a millisecond before that', { startedAt: 1, readyAt: NOW + 1 }],
  ['ready', 'with a wait of no length that starts in this millisecond', { startedAt: NOW, readyAt: NOW }],
  ['waiting', 'with a start in the future, for any other times', { startedAt: NOW + 1, readyAt: 2 }],
])('K3 a recovery is %s %s', (state, _, times) => {
  expect(stateOf({ ...recovery, ...times }, NOW)).toEqual({ state, readyAt: times.readyAt, closesAt: 3_000 })
})
