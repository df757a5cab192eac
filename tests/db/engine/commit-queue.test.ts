import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { groupCommits, type QueuedTransaction, type Queue } from '#db/engine/sqlite/commit-queue.ts'

const BUSY = 'somebody else writes'

/** A connection that only records its calls, and fails on request. */
function makeConnection(failing: (step: string) => void = () => {}) {
  const steps: string[] = []
  let open = false
  const step = (name: string, after = open) => {
    steps.push(name)
    failing(name)
    open = after
  }
  const queue = groupCommits({
    beforeBegin: () => undefined,
    begin: (durable) => step(durable ? 'begin durable' : 'begin', true),
    commit: () => step('commit', false),
    rollback: () => step('rollback', false),
    mark: () => step('mark', open),
    release: () => step('release', open),
    undo: () => step('undo', open),
    isBusy: (reason) => String(reason) === `Error: ${BUSY}`,
    isOpen: () => open,
  })
  return { steps, queue, lose: () => void (open = false) }
}

/** Queues a transaction, and returns its outcome. */
function ask(
  queue: Queue,
  { durable = true, until = performance.now() + 5_000, run = async () => {} }: Partial<QueuedTransaction> = {},
): Promise<string> {
  return new Promise((resolve) =>
    queue.add({ durable, until, run, done: () => resolve('done'), failed: (reason) => resolve(String(reason)) }),
  )
}

const failing =
  (step: string, times = 1) =>
  (name: string) => {
    if (name === step && times-- > 0) throw new Error(`${step} failed`)
  }
const rejecting = async () => Promise.reject(new Error('no'))

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

test('a transaction that the database rolled back by itself is rejected for the whole group', async () => {
  const { queue, steps, lose } = makeConnection()
  const losing = async () => {
    lose()
    throw new Error('disk full')
  }
  expect(await Promise.all([ask(queue), ask(queue, { run: losing }), ask(queue)])).toEqual([
    'Error: disk full',
    'Error: disk full',
    'done',
  ])
  expect(steps).toEqual(['begin durable', 'mark', 'begin durable', 'commit'])
})

test.each(['mark', 'release', 'undo', 'rollback'])('a failing %s still settles every transaction', async (step) => {
  const { queue } = makeConnection(failing(step, 2))
  const answers = await Promise.all([
    ask(queue, { run: step === 'rollback' ? rejecting : async () => {} }),
    ask(queue, { run: step === 'release' ? async () => {} : rejecting }),
    ask(queue),
  ])
  expect(answers).toHaveLength(3)
  expect(answers[1]).not.toBe('done')
})

test('the queue retries while another process writes, and later arrivals join the group and its durability', async () => {
  let busy = true
  const { queue, steps } = makeConnection((name) => {
    if (name.startsWith('begin') && busy) throw new Error(BUSY)
  })
  const first = ask(queue, { durable: false })
  await pause(50)
  const second = ask(queue)
  await pause(50)
  const asked = steps.length
  busy = false
  expect(await Promise.all([first, second])).toEqual(['done', 'done'])
  expect(asked).toBeGreaterThan(1)
  expect(steps.slice(0, asked)).toContain('begin')
  expect(steps.slice(-4)).toEqual(['begin durable', 'mark', 'release', 'commit'])
})

test('a transaction that waited too long is rejected without running, and the others keep waiting', async () => {
  let busy = true
  const { queue } = makeConnection((name) => {
    if (name.startsWith('begin') && busy) throw new Error(BUSY)
  })
  let ran = 0
  const run = async () => void (ran += 1)
  const patient = [
    ask(queue, { run, until: performance.now() - 1 }),
    ask(queue, { run, until: performance.now() + 60 }),
    ask(queue, { run }),
  ]
  expect(await Promise.all(patient.slice(0, 2))).toEqual([`Error: ${BUSY}`, `Error: ${BUSY}`])
  expect(ran).toBe(0)
  busy = false
  expect(await patient[2]).toBe('done')
  expect(ran).toBe(1)
})

test('after all have waited too long the queue is empty, and the next transaction begins normally', async () => {
  let busy = true
  const { queue } = makeConnection((name) => {
    if (name.startsWith('begin') && busy) throw new Error(BUSY)
  })
  expect(await ask(queue, { until: performance.now() })).toBe(`Error: ${BUSY}`)
  await queue.empty()
  busy = false
  expect(await ask(queue, { until: performance.now() })).toBe('done')
})
