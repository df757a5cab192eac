import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import type { Steps } from '#db/engine/sqlite/steps.ts'

/** How many transactions share one commit at most, so that the first of them does not wait too long. */
const MOST = 32
const BUSY_PAUSE_MS = 20

/** One requested transaction. */
export type QueuedTransaction = {
  durable: boolean
  /** It begins and commits by itself, on another connection, and shares its commit with no other transaction. */
  alone?: boolean
  /** How long it waits while another process writes, in milliseconds of `performance.now()`. It tries at least once. */
  until: number
  /** Does its work. Rejects if it must be rolled back. */
  run: () => Promise<void>
  /** Called when it is on disk. */
  done: () => void
  /** Called when it is rolled back. */
  failed: (reason: unknown) => void
}

export type Queue = { add: (transaction: QueuedTransaction) => void; empty: () => Promise<void> }

/**
 * Returns a queue that runs transactions one after the other, in the order they were requested. Transactions that wait
 * at the same time share one commit, and so one flush of the disk. A transaction that fails is rolled back alone. None
 * is done before the shared commit, and if that fails, all of them fail.
 */
export function groupCommits(steps: Steps): Queue {
  const waiting: QueuedTransaction[] = []
  let running: Promise<void> | undefined

  async function runAll(): Promise<void> {
    while (waiting.length > 0) {
      // Transactions from the same turn of the event loop go together, and other work gets a turn in between.
      await nextTurn()
      await steps.beforeBegin()
      if (waiting[0]?.alone) await runAlone(waiting)
      else await runGroup(steps, waiting)
    }
    running = undefined
  }

  return {
    add(transaction) {
      waiting.push(transaction)
      running ??= runAll()
    },
    async empty() {
      await running
    },
  }
}

/** A transaction that has begun, and the reason if it was rolled back. */
type Outcome = { transaction: QueuedTransaction; fault?: { reason: unknown } }

/** Runs the first waiting transaction, which shares its commit with no other. */
async function runAlone(waiting: QueuedTransaction[]): Promise<void> {
  const transaction = waiting.shift()
  await transaction?.run().then(transaction.done, transaction.failed)
}

async function runGroup(steps: Steps, waiting: QueuedTransaction[]): Promise<void> {
  const group: Outcome[] = []
  try {
    const durable = await begin(steps, waiting)
    if (durable === undefined) return
    do await runNext(steps, waiting, group)
    while (steps.isOpen() && group.length < MOST && waiting[0] && !waiting[0].alone && (durable || !waiting[0].durable))
    if (group.some(({ fault }) => !fault)) steps.commit()
  } catch (reason) {
    if (group.length === 0) group.push(...waiting.splice(0, MOST).map((transaction) => ({ transaction })))
    for (const outcome of group) outcome.fault ??= { reason }
    rollBackQuietly(steps)
  }
  for (const { transaction, fault } of group) {
    if (fault) transaction.failed(fault.reason)
    else transaction.done()
  }
}

/**
 * Begins as soon as no other process writes, and returns whether the commit will be flushed. Waits without blocking the
 * process. Transactions that have waited too long fail, in their order. Returns undefined if none is left.
 */
export async function begin(steps: Steps, waiting: QueuedTransaction[]): Promise<boolean | undefined> {
  while (waiting[0] && !waiting[0].alone) {
    // One durable transaction makes the commit of its group durable.
    const durable = waiting.slice(0, MOST).some((transaction) => transaction.durable)
    try {
      steps.begin(durable)
      return durable
    } catch (reason) {
      if (!steps.isBusy(reason)) throw reason
      while (waiting[0] && waiting[0].until <= performance.now()) waiting.shift()?.failed(reason)
      await pause(BUSY_PAUSE_MS)
    }
  }
  return undefined
}

/** Runs the first waiting transaction. Throws if the database has rolled back the whole group. */
async function runNext(steps: Steps, waiting: QueuedTransaction[], group: Outcome[]): Promise<void> {
  const transaction = waiting.shift()
  if (!transaction) return
  const outcome: Outcome = { transaction }
  group.push(outcome)
  // The first needs no savepoint: while it is alone, everything is rolled back.
  const isFirst = group.length === 1
  if (!isFirst) steps.mark()
  try {
    await transaction.run()
    if (!isFirst) steps.release()
  } catch (reason) {
    outcome.fault = { reason }
    if (!steps.isOpen()) throw reason
    if (isFirst) steps.rollback()
    else steps.undo()
  }
}

/** Rolls back and ignores faults, because the fault that led here is reported. */
function rollBackQuietly(steps: Steps): void {
  try {
    if (steps.isOpen()) steps.rollback()
  } catch {}
}
