import { AsyncLocalStorage } from 'node:async_hooks'
import {
  type Database,
  DatabaseClosedError,
  FailedStatementError,
  NestedTransactionError,
  type Tx,
} from '#db/engine/database.ts'
import { openWorker } from '#db/engine/sqlite/worker.ts'
import { checkpointsOf } from '#db/engine/sqlite/checkpoints.ts'
import { groupCommits, type QueuedTransaction } from '#db/engine/sqlite/commit-queue.ts'
import { stepsOn } from '#db/engine/sqlite/steps.ts'
import { BUSY_TIMEOUT_MS, PRAGMAS, connect, asUnavailable, writeAhead, preparer } from '#db/engine/sqlite/connection.ts'
import { type Scope, type Statements, statements, statementsInWorker } from '#db/engine/sqlite/statements.ts'

/**
 * The page cache of each connection: enough for a thousand active people, for the writes of a group, and for background
 * work.
 */
const READER_CACHE_KB = 24_000
const WRITER_CACHE_KB = 4_000
const WORKER_CACHE_KB = 1_000

/** The sources of a transaction's `now` (epoch milliseconds) and of its new ids. */
export type Sources = { now: () => number; newId: (now: number) => string }

type Asked = { person: string | undefined; atOnce: boolean }

/** Opens a SQLite database: WAL, durable commits flushed to disk, foreign keys on. Creates it if it does not exist. */
export function openSqlite(file: string, { now, newId }: Sources): Database {
  const writer = connect(file, WRITER_CACHE_KB)
  writeAhead(writer)
  // From here on writers wait in the queue, not in the driver, which would block the whole process.
  writer.pragma('busy_timeout = 0')
  const reader = connect(file, READER_CACHE_KB)
  reader.pragma('query_only = ON')

  const prepareWrite = preparer(writer)
  const read = statements(preparer(reader), { open: true })
  const inside = new AsyncLocalStorage<Scope>()
  const worker = openWorker(file, [...PRAGMAS, `cache_size = -${WORKER_CACHE_KB}`])
  const checkpoints = checkpointsOf(writer, worker)
  const queue = groupCommits(stepsOn(writer, prepareWrite, checkpoints))
  let closed = false

  async function runInside<T>(
    work: (tx: Tx) => Promise<T>,
    { person, atOnce }: Asked,
    steps: (scope: Scope) => Statements,
  ): Promise<T> {
    const scope: Scope = { open: true }
    try {
      const begun = now()
      const people = new Set(person === undefined ? [] : [person])
      const tx = { ...steps(scope), people, newId: () => newId(begun), now: begun }
      const working = inside.run(scope, () => work(tx))
      if (atOnce) scope.open = false
      const result = await working
      if (scope.failed) throw new FailedStatementError()
      return result
    } finally {
      scope.open = false
    }
  }

  const runHere = <T>(work: (tx: Tx) => Promise<T>, asked: Asked) =>
    runInside(work, asked, (scope) => statements(prepareWrite, scope))

  async function runInWorker<T>(work: (tx: Tx) => Promise<T>, asked: Asked & { durable: boolean }): Promise<T> {
    await worker.ask({ what: 'begin', durable: asked.durable })
    try {
      const result = await runInside(work, asked, (scope) => statementsInWorker(worker, scope))
      await worker.ask({ what: 'commit' })
      return result
    } catch (reason) {
      // The fault that led here is reported, not one of the rollback.
      await worker.ask({ what: 'rollback' }).catch(() => undefined)
      throw reason
    }
  }

  /** Adds a transaction to the queue. Resolves when it is on disk. */
  function enqueue<T>(work: () => Promise<T>, options: Pick<QueuedTransaction, 'durable' | 'alone'>): Promise<T> {
    const until = performance.now() + BUSY_TIMEOUT_MS
    return new Promise((resolve, reject) => {
      let finish = () => {}
      const run = async () => {
        const result = await work()
        finish = () => resolve(result)
      }
      queue.add({ ...options, until, run, done: () => finish(), failed: (reason) => reject(asUnavailable(reason)) })
    })
  }

  return {
    async read(work) {
      if (closed) throw new DatabaseClosedError()
      return work(read).catch((reason: unknown) => {
        throw asUnavailable(reason)
      })
    },
    async transaction(work, { durable = true, background = false, atOnce = false, person } = {}) {
      if (inside.getStore()?.open) throw new NestedTransactionError()
      if (closed) throw new DatabaseClosedError()
      if (!background || worker.isGone()) return enqueue(() => runHere(work, { person, atOnce }), { durable })
      const free = checkpoints.hold()
      if (free) await free
      try {
        return await enqueue(() => runInWorker(work, { durable, person, atOnce }), { durable, alone: true })
      } finally {
        checkpoints.release()
      }
    },
    async close() {
      closed = true
      // Background transactions wait for it before they are queued.
      await checkpoints.underWay()
      await queue.empty()
      await checkpoints.underWay()
      await worker.close()
      reader.close()
      writer.close()
    },
  }
}
