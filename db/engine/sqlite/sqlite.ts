import { AsyncLocalStorage } from 'node:async_hooks'
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import {
  type Database,
  DatabaseClosedError,
  DatabaseUnavailableError,
  NestedTransactionError,
  TransactionOverError,
  type Tx,
  type Value,
} from '../database.ts'
import { type SqliteWorker, openWorker } from './worker.ts'
import { type Checkpoints, checkpointsOf } from './checkpoints.ts'
import { groupCommits, type QueuedTransaction, type Steps } from './commit-queue.ts'

const BUSY_TIMEOUT_MS = 5_000
const BUSY_PAUSE_MS = 20
/**
 * The page cache of each connection: enough for a thousand active people, for the writes of a group, and for background
 * work.
 */
const READER_CACHE_KB = 24_000
const WRITER_CACHE_KB = 4_000
const WORKER_CACHE_KB = 1_000
const PRAGMAS = ['foreign_keys = ON', 'synchronous = FULL', 'secure_delete = ON', `busy_timeout = ${BUSY_TIMEOUT_MS}`]
/** Faults that end with time or need the operator: a lock of another process, a full or failing disk. */
const UNAVAILABLE = /^SQLITE_(BUSY|FULL|IOERR)/

type Connection = InstanceType<typeof BetterSqlite>

/** Statements may run while it is open. */
type Scope = { open: boolean }

/** The sources of a transaction's `now` (epoch milliseconds) and of its new ids. */
export type Sources = { now: () => number; newId: (now: number) => string }

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

  async function runInside<T>(work: (tx: Tx) => Promise<T>, steps: (scope: Scope) => Statements): Promise<T> {
    const scope = { open: true }
    try {
      const begun = now()
      return await inside.run(scope, () => work({ ...steps(scope), newId: () => newId(begun), now: begun }))
    } finally {
      scope.open = false
    }
  }

  const runHere = <T>(work: (tx: Tx) => Promise<T>) => runInside(work, (scope) => statements(prepareWrite, scope))

  async function runInWorker<T>(work: (tx: Tx) => Promise<T>, durable: boolean): Promise<T> {
    await worker.ask({ what: 'begin', durable })
    try {
      const result = await runInside(work, (scope) => statementsInWorker(worker, scope))
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
    async transaction(work, { durable = true, background = false } = {}) {
      if (inside.getStore()?.open) throw new NestedTransactionError()
      if (closed) throw new DatabaseClosedError()
      if (!background || worker.isGone()) return enqueue(() => runHere(work), { durable })
      const free = checkpoints.hold()
      if (free) await free
      try {
        return await enqueue(() => runInWorker(work, durable), { durable, alone: true })
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

/**
 * Returns the steps of a group. `begin` sets the flush first, because SQLite can change it only outside transactions.
 */
function stepsOn(
  connection: Connection,
  prepare: (sql: string) => BetterSqlite.Statement,
  checkpoints: Checkpoints,
): Steps {
  let flushes = true
  const step = (sql: string) => () => void prepare(sql).run()
  const [begin, commit, undo, release] = [
    step('begin immediate'),
    step('commit'),
    step('rollback to one'),
    step('release one'),
  ]
  return {
    beforeBegin: checkpoints.beforeBegin,
    begin(durable) {
      if (durable !== flushes) connection.pragma(`synchronous = ${durable ? 'FULL' : 'NORMAL'}`)
      flushes = durable
      begin()
    },
    commit() {
      commit()
      checkpoints.afterCommit()
    },
    rollback: step('rollback'),
    mark: step('savepoint one'),
    release,
    undo() {
      undo()
      release()
    },
    isBusy,
    isOpen: () => connection.inTransaction,
  }
}

/** Creates the file with mode 0600 before SQLite opens it. SQLite gives the WAL and its index the same mode. */
export function makePrivateFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
}

function connect(file: string, cacheKb: number): Connection {
  const connection = new BetterSqlite(file, { timeout: BUSY_TIMEOUT_MS })
  for (const pragma of PRAGMAS) connection.pragma(pragma)
  connection.pragma(`cache_size = -${cacheKb}`)
  return connection
}

function isBusy(reason: unknown): boolean {
  return reason instanceof BetterSqlite.SqliteError && reason.code.startsWith('SQLITE_BUSY')
}

/** Maps busy, full and I/O errors to `DatabaseUnavailableError`, and returns any other error unchanged. */
function asUnavailable(reason: unknown): unknown {
  return reason instanceof BetterSqlite.SqliteError && UNAVAILABLE.test(reason.code)
    ? new DatabaseUnavailableError(reason)
    : reason
}

/** Turns WAL on. SQLite refuses that without waiting while another process does the same, so this tries again. */
function writeAhead(connection: Connection): void {
  for (let waited = 0; ; waited += BUSY_PAUSE_MS) {
    try {
      connection.pragma('journal_mode = WAL')
      return
    } catch (error) {
      if (!isBusy(error) || waited >= BUSY_TIMEOUT_MS) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BUSY_PAUSE_MS)
    }
  }
}

/** Prepares each statement of a connection once. */
function preparer(connection: Connection): (sql: string) => BetterSqlite.Statement {
  const prepared = new Map<string, BetterSqlite.Statement>()
  return (sql) => {
    const known = prepared.get(sql)
    if (known) return known
    const statement = connection.prepare(hideParametersFromPlanner(sql))
    prepared.set(sql, statement)
    return statement
  }
}

/**
 * Returns the statement with a unary plus before every parameter. The result is the same, but the planner ignores the
 * values. SQLite plans a statement again whenever a parameter that the planner read is bound again, and the driver
 * unbinds all parameters after each run. That took nine tenths of the time of finding a session.
 */
export function hideParametersFromPlanner(sql: string): string {
  return sql.replaceAll('?', '+?')
}

type Statements = Pick<Tx, 'get' | 'all' | 'run'>

function statements(prepare: (sql: string) => BetterSqlite.Statement, scope: Scope): Statements {
  function usable(sql: string): BetterSqlite.Statement {
    requireOpen(scope)
    return prepare(sql)
  }

  return {
    // The caller names the type of its rows. It can only be asserted here, where rows are read.
    get: async <T>(sql: string, ...values: Value[]) => usable(sql).get(...values) as T | undefined,
    all: async <T>(sql: string, ...values: Value[]) => usable(sql).all(...values) as T[],
    run: async (sql: string, ...values: Value[]) => usable(sql).run(...values).changes,
  }
}

function statementsInWorker(worker: SqliteWorker, scope: Scope): Statements {
  const ask = async (what: 'get' | 'all' | 'run', sql: string, values: Value[]) => {
    requireOpen(scope)
    return worker.ask({ what, sql: hideParametersFromPlanner(sql), values })
  }
  return {
    // As in `statements`, the types can only be asserted here.
    get: async <T>(sql: string, ...values: Value[]) => (await ask('get', sql, values)) as T | undefined,
    all: async <T>(sql: string, ...values: Value[]) => (await ask('all', sql, values)) as T[],
    run: async (sql: string, ...values: Value[]) => (await ask('run', sql, values)) as number,
  }
}

function requireOpen(scope: Scope): void {
  if (!scope.open) throw new TransactionOverError()
}
