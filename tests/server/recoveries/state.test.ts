import { expect, test } from 'vitest'
import { stateOf } from '#server/recoveries/state.ts'

const NOW = 1_000
const recovery = {
  id: '',
  userId: '',
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

test('K3 where there is no recovery there is nothing to wait for', () => {
  expect(stateOf(undefined, NOW)).toEqual({ state: 'none' })
})

test.each(['startedAt', 'readyAt', 'closesAt'])('K3 a clock that lacks %s has not started', (lacking) => {
  expect(stateOf({ ...recovery, [lacking]: null }, NOW)).toEqual({ state: 'waiting' })
})

test.each([
  ['ready', 'in the very millisecond', { startedAt: 1, readyAt: NOW }],
  ['waiting', 'a millisecond before', { startedAt: 1, readyAt: NOW + 1 }],
  ['ready', 'started in this millisecond, of no length', { startedAt: NOW, readyAt: NOW }],
  ['waiting', 'a start that is still to come, whatever else is said', { startedAt: NOW + 1, readyAt: 2 }],
])('K3 a recovery is %s: %s', (state, _, times) => {
  expect(stateOf({ ...recovery, ...times }, NOW)).toEqual({ state, readyAt: times.readyAt, closesAt: 3_000 })
})
