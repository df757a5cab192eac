import { AsyncLocalStorage } from 'node:async_hooks'
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { type Database, DatabaseClosedError, DatabaseUnavailableError, NestedTransactionError, TransactionOverError, type Tx, type Value } from './database.ts'
import { type Checkpoints, checkpointsOf } from './checkpoints.ts'
import { groupCommits, type Steps } from './groups.ts'

const BUSY_TIMEOUT_MS = 5_000
const BUSY_PAUSE_MS = 20
/** What only time or the operator can mend: somebody else's lock, a full disk, one that fails. */
const UNAVAILABLE = /^SQLITE_(BUSY|FULL|IOERR)/

type Connection = InstanceType<typeof BetterSqlite>

/** As long as its statements may run. */
type Scope = { open: boolean }

/** Where a transaction's `now` (epoch milliseconds) and new ids come from. */
export type Sources = { now: () => number; newId: () => string }

/** Opens (and makes, with mode 0600) a SQLite database: WAL, every commit flushed to disk, foreign keys on. */
export function openSqlite(file: string, { now, newId }: Sources): Database {
  const writer = connect(file)
  writeAhead(writer)
  // From here on whoever writes waits in the queue, not in the driver, where the whole process would stand still.
  writer.pragma('busy_timeout = 0')
  const reader = connect(file)
  reader.pragma('query_only = ON')

  const prepareWrite = preparer(writer)
  const read = statements(preparer(reader), { open: true })
  const inside = new AsyncLocalStorage<Scope>()
  const checkpoints = checkpointsOf(writer, file)
  const queue = groupCommits(stepsOn(writer, prepareWrite, checkpoints))
  let closed = false

  async function runInside<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const scope = { open: true }
    try {
      return await inside.run(scope, () => work({ ...statements(prepareWrite, scope), newId, now: now() }))
    } finally {
      scope.open = false
    }
  }

  return {
    async read(work) {
      if (closed) throw new DatabaseClosedError()
      return work(read).catch((reason: unknown) => {
        throw plain(reason)
      })
    },
    transaction(work, { durable = true } = {}) {
      if (inside.getStore()?.open) return Promise.reject(new NestedTransactionError())
      if (closed) return Promise.reject(new DatabaseClosedError())
      const until = performance.now() + BUSY_TIMEOUT_MS
      return new Promise((resolve, reject) => {
        let finish = () => {}
        const run = async () => {
          const result = await runInside(work)
          finish = () => resolve(result)
        }
        queue.add({ durable, until, run, done: () => finish(), failed: (reason) => reject(plain(reason)) })
      })
    },
    async close() {
      closed = true
      await queue.empty()
      await checkpoints.close()
      reader.close()
      writer.close()
    },
  }
}

/** A group's own statements. The flush is chosen before it begins: SQLite changes it outside transactions only. */
function stepsOn(connection: Connection, prepare: (sql: string) => BetterSqlite.Statement, checkpoints: Checkpoints): Steps {
  let flushes = true
  const step = (sql: string) => () => void prepare(sql).run()
  const [begin, commit, undo, release] = [step('begin immediate'), step('commit'), step('rollback to one'), step('release one')]
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

function connect(file: string): Connection {
  const connection = new BetterSqlite(file, { timeout: BUSY_TIMEOUT_MS })
  connection.pragma('foreign_keys = ON')
  connection.pragma('synchronous = FULL')
  connection.pragma('secure_delete = ON')
  return connection
}

function isBusy(reason: unknown): boolean {
  return reason instanceof BetterSqlite.SqliteError && reason.code.startsWith('SQLITE_BUSY')
}

/** Says of what is nobody's mistake that it is not. */
function plain(reason: unknown): unknown {
  return reason instanceof BetterSqlite.SqliteError && UNAVAILABLE.test(reason.code) ? new DatabaseUnavailableError(reason) : reason
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

function statements(prepare: (sql: string) => BetterSqlite.Statement, scope: Scope) {
  function usable(sql: string): BetterSqlite.Statement {
    if (!scope.open) throw new TransactionOverError()
    return prepare(sql)
  }

  return {
    // The caller names the shape of its rows: the database frontier, where a type can only be asserted.
    get: async <T>(sql: string, ...values: Value[]) => usable(sql).get(...values) as T | undefined,
    all: async <T>(sql: string, ...values: Value[]) => usable(sql).all(...values) as T[],
    run: async (sql: string, ...values: Value[]) => usable(sql).run(...values).changes,
  }
}
