import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { BUSY, makeConnection, ask, failing, rejecting } from '#tests/db/engine/commit-queue-steps.ts'

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
