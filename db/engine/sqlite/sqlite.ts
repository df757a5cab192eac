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
import { type Aside, openAside } from './worker.ts'
import { type Checkpoints, checkpointsOf } from './checkpoints.ts'
import { groupCommits, type Member, type Steps } from './commit-queue.ts'

const BUSY_TIMEOUT_MS = 5_000
const BUSY_PAUSE_MS = 20
/** Pages each connection keeps at most: what a thousand people need who are here at once, what a group of writers touches, what a chore does. */
const READER_CACHE_KB = 24_000
const WRITER_CACHE_KB = 4_000
const ASIDE_CACHE_KB = 1_000
const PRAGMAS = ['foreign_keys = ON', 'synchronous = FULL', 'secure_delete = ON', `busy_timeout = ${BUSY_TIMEOUT_MS}`]
/** What only time or the operator can mend: somebody else's lock, a full disk, one that fails. */
const UNAVAILABLE = /^SQLITE_(BUSY|FULL|IOERR)/

type Connection = InstanceType<typeof BetterSqlite>

/** As long as its statements may run. */
type Scope = { open: boolean }

/** Where a transaction's `now` (epoch milliseconds) and the ids of what it makes come from. */
export type Sources = { now: () => number; newId: (now: number) => string }

/** Opens (and makes, with mode 0600) a SQLite database: WAL, every commit flushed to disk, foreign keys on. */
export function openSqlite(file: string, { now, newId }: Sources): Database {
  const writer = connect(file, WRITER_CACHE_KB)
  writeAhead(writer)
  // From here on whoever writes waits in the queue, not in the driver, where the whole process would stand still.
  writer.pragma('busy_timeout = 0')
  const reader = connect(file, READER_CACHE_KB)
  reader.pragma('query_only = ON')

  const prepareWrite = preparer(writer)
  const read = statements(preparer(reader), { open: true })
  const inside = new AsyncLocalStorage<Scope>()
  const aside = openAside(file, [...PRAGMAS, `cache_size = -${ASIDE_CACHE_KB}`])
  const checkpoints = checkpointsOf(writer, aside)
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

  async function runAside<T>(work: (tx: Tx) => Promise<T>, durable: boolean): Promise<T> {
    await aside.ask({ what: 'begin', durable })
    try {
      const result = await runInside(work, (scope) => statementsAside(aside, scope))
      await aside.ask({ what: 'commit' })
      return result
    } catch (reason) {
      // What matters is the fault that led here.
      await aside.ask({ what: 'rollback' }).catch(() => undefined)
      throw reason
    }
  }

  /** Puts a transaction into the queue, and answers when it is on disk. */
  function enqueue<T>(work: () => Promise<T>, member: Pick<Member, 'durable' | 'alone'>): Promise<T> {
    const until = performance.now() + BUSY_TIMEOUT_MS
    return new Promise((resolve, reject) => {
      let finish = () => {}
      const run = async () => {
        const result = await work()
        finish = () => resolve(result)
      }
      queue.add({ ...member, until, run, done: () => finish(), failed: (reason) => reject(plain(reason)) })
    })
  }

  return {
    async read(work) {
      if (closed) throw new DatabaseClosedError()
      return work(read).catch((reason: unknown) => {
        throw plain(reason)
      })
    },
    async transaction(work, { durable = true, chore = false } = {}) {
      if (inside.getStore()?.open) throw new NestedTransactionError()
      if (closed) throw new DatabaseClosedError()
      if (!chore || aside.isGone()) return enqueue(() => runHere(work), { durable })
      const free = checkpoints.hold()
      if (free) await free
      try {
        return await enqueue(() => runAside(work, durable), { durable, alone: true })
      } finally {
        checkpoints.release()
      }
    },
    async close() {
      closed = true
      // Chores wait for it before they stand in the queue.
      await checkpoints.underWay()
      await queue.empty()
      await checkpoints.underWay()
      await aside.close()
      reader.close()
      writer.close()
    },
  }
}

/** A group's own statements. The flush is chosen before it begins: SQLite changes it outside transactions only. */
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
    room: checkpoints.room,
    begin(durable) {
      if (durable !== flushes) connection.pragma(`synchronous = ${durable ? 'FULL' : 'NORMAL'}`)
      flushes = durable
      begin()
    },
    commit() {
      commit()
      checkpoints.look()
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

/** Makes the file with mode 0600 before SQLite sees it; the WAL and its index take that mode over. */
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

/** Says of what is nobody's mistake that it is not. */
function plain(reason: unknown): unknown {
  return reason instanceof BetterSqlite.SqliteError && UNAVAILABLE.test(reason.code)
    ? new DatabaseUnavailableError(reason)
    : reason
}

/** Turns WAL on. Whoever does so while another process is starting too is turned away without a wait, and asks again. */
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
    const statement = connection.prepare(plannedOnce(sql))
    prepared.set(sql, statement)
    return statement
  }
}

/**
 * The same statement with every parameter behind a unary plus, which changes nothing but where the planner looks: a statement whose
 * plan looked at a parameter is planned anew whenever that is bound again, and the driver unbinds all of them after each run. That
 * took nine tenths of the time of finding a session.
 */
export function plannedOnce(sql: string): string {
  return sql.replaceAll('?', '+?')
}

type Statements = Pick<Tx, 'get' | 'all' | 'run'>

function statements(prepare: (sql: string) => BetterSqlite.Statement, scope: Scope): Statements {
  function usable(sql: string): BetterSqlite.Statement {
    requireOpen(scope)
    return prepare(sql)
  }

  return {
    // The caller names the shape of its rows: the database frontier, where a type can only be asserted.
    get: async <T>(sql: string, ...values: Value[]) => usable(sql).get(...values) as T | undefined,
    all: async <T>(sql: string, ...values: Value[]) => usable(sql).all(...values) as T[],
    run: async (sql: string, ...values: Value[]) => usable(sql).run(...values).changes,
  }
}

function statementsAside(aside: Aside, scope: Scope): Statements {
  const ask = async (what: 'get' | 'all' | 'run', sql: string, values: Value[]) => {
    requireOpen(scope)
    return aside.ask({ what, sql: plannedOnce(sql), values })
  }
  return {
    // The same frontier, one thread further away.
    get: async <T>(sql: string, ...values: Value[]) => (await ask('get', sql, values)) as T | undefined,
    all: async <T>(sql: string, ...values: Value[]) => (await ask('all', sql, values)) as T[],
    run: async (sql: string, ...values: Value[]) => (await ask('run', sql, values)) as number,
  }
}

function requireOpen(scope: Scope): void {
  if (!scope.open) throw new TransactionOverError()
}
