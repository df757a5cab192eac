import { AsyncLocalStorage } from 'node:async_hooks'
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { type Database, DatabaseClosedError, NestedTransactionError, TransactionOverError, type Tx, type Value } from './database.ts'

const BUSY_TIMEOUT_MS = 5_000
const BUSY_PAUSE_MS = 20

type Connection = InstanceType<typeof BetterSqlite>

/** As long as its statements may run. */
type Scope = { open: boolean }

/** Where a transaction's `now` (epoch milliseconds) and new ids come from. */
export type Sources = { now: () => number; newId: () => string }

/** Opens (and makes, with mode 0600) a SQLite database: WAL, every commit flushed to disk, foreign keys on. */
export function openSqlite(file: string, { now, newId }: Sources): Database {
  const writer = connect(file)
  writeAhead(writer)
  const reader = connect(file)
  reader.pragma('query_only = ON')

  const prepareWrite = preparer(writer)
  const read = statements(preparer(reader), { open: true })
  const inside = new AsyncLocalStorage<Scope>()
  let queue: Promise<unknown> = Promise.resolve()
  let closed = false

  async function runAlone<T>(work: (tx: Tx) => Promise<T>, durable: boolean): Promise<T> {
    writer.pragma(`synchronous = ${durable ? 'FULL' : 'NORMAL'}`)
    writer.exec('begin immediate')
    const scope = { open: true }
    try {
      const result = await inside.run(scope, () => work({ ...statements(prepareWrite, scope), newId, now: now() }))
      writer.exec('commit')
      return result
    } catch (error) {
      if (writer.inTransaction) writer.exec('rollback')
      throw error
    } finally {
      scope.open = false
    }
  }

  return {
    async read(work) {
      if (closed) throw new DatabaseClosedError()
      return work(read)
    },
    transaction(work, { durable = true } = {}) {
      if (inside.getStore()?.open) return Promise.reject(new NestedTransactionError())
      if (closed) return Promise.reject(new DatabaseClosedError())
      const result = queue.then(() => runAlone(work, durable))
      queue = result.catch(() => undefined)
      return result
    },
    async close() {
      closed = true
      await queue
      reader.close()
      writer.close()
    },
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

/** Turns WAL on. Whoever does so while another process is starting too is turned away without a wait, and asks again. */
function writeAhead(connection: Connection): void {
  for (let waited = 0; ; waited += BUSY_PAUSE_MS) {
    try {
      connection.pragma('journal_mode = WAL')
      return
    } catch (error) {
      const busy = error instanceof BetterSqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')
      if (!busy || waited >= BUSY_TIMEOUT_MS) throw error
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
    const statement = connection.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }
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
