import { expect, test } from 'vitest'
import { makeConnection, ask, failing, rejecting } from '#tests/db/engine/commit-queue-steps.ts'

test('a single transaction needs no savepoint', async () => {
  const { queue, steps } = makeConnection()
  expect(await ask(queue)).toBe('done')
  expect(await ask(queue, { run: rejecting })).toBe('Error: no')
  expect(steps).toEqual(['begin durable', 'commit', 'begin durable', 'rollback'])
})

test('waiting transactions share one commit, each with its own savepoint', async () => {
  const { queue, steps } = makeConnection()
  expect(await Promise.all([ask(queue), ask(queue, { run: rejecting }), ask(queue)])).toEqual([
    'done',
    'Error: no',
    'done',
  ])
  expect(steps).toEqual(['begin durable', 'mark', 'undo', 'mark', 'release', 'commit'])
})

test('the others begin again if the first one fails', async () => {
  const { queue, steps } = makeConnection()
  expect(await Promise.all([ask(queue, { run: rejecting }), ask(queue), ask(queue)])).toEqual([
    'Error: no',
    'done',
    'done',
  ])
  expect(steps).toEqual(['begin durable', 'rollback', 'begin durable', 'mark', 'release', 'commit'])
})

test('a durable transaction makes the whole group durable', async () => {
  const { queue, steps } = makeConnection()
  await Promise.all([ask(queue, { durable: false }), ask(queue), ask(queue, { durable: false })])
  expect(steps.filter((step) => step.startsWith('begin'))).toEqual(['begin durable'])
})

test('a durable transaction never joins a group that is not durable', async () => {
  const { queue, steps } = makeConnection()
  const late: Promise<string>[] = []
  await ask(queue, { durable: false, run: async () => void late.push(ask(queue), ask(queue, { durable: false })) })
  expect(await Promise.all(late)).toEqual(['done', 'done'])
  expect(steps).toEqual(['begin', 'commit', 'begin durable', 'mark', 'release', 'commit'])
})

test('at most 32 transactions share a commit', async () => {
  const { queue, steps } = makeConnection()
  await Promise.all(Array.from({ length: 70 }, () => ask(queue)))
  expect(steps.filter((step) => step === 'commit')).toHaveLength(3)
  expect(steps.filter((step) => step === 'mark')).toHaveLength(67)
})

test('a failed commit rejects every transaction in its group, and none after it', async () => {
  const { queue, steps } = makeConnection(failing('commit'))
  const reason = 'Error: commit failed'
  expect(await Promise.all([ask(queue), ask(queue, { run: rejecting }), ask(queue)])).toEqual([
    reason,
    'Error: no',
    reason,
  ])
  expect(steps.at(-1)).toBe('rollback')
  expect(await ask(queue)).toBe('done')
})

test('a failed begin rejects all waiting transactions, and none of them has run', async () => {
  const { queue } = makeConnection(failing('begin durable'))
  let ran = 0
  const run = async () => void (ran += 1)
  expect(await Promise.all([ask(queue, { run }), ask(queue, { run })])).toEqual(
    Array(2).fill('Error: begin durable failed'),
  )
  expect(ran).toBe(0)
  expect(await ask(queue)).toBe('done')
})
