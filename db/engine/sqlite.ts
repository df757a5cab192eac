import { AsyncLocalStorage } from 'node:async_hooks'
import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { type Database, DatabaseClosedError, NestedTransactionError, type Reader, type Tx, type Value } from './database.ts'

const BUSY_TIMEOUT_MS = 5_000

type Connection = InstanceType<typeof BetterSqlite>

/** Where a transaction's `now` (epoch milliseconds) and new ids come from. */
export type Sources = { now: () => number; newId: () => string }

/** Opens (and makes, with mode 0600) a SQLite database: WAL, every commit flushed to disk, foreign keys on. */
export function openSqlite(file: string, { now, newId }: Sources): Database {
  const writer = connect(file)
  writer.pragma('journal_mode = WAL')
  const reader = connect(file)
  reader.pragma('query_only = ON')

  const write = statements(writer)
  const read: Reader = statements(reader)
  const inside = new AsyncLocalStorage<true>()
  let queue: Promise<unknown> = Promise.resolve()
  let closed = false

  async function runAlone<T>(work: (tx: Tx) => Promise<T>, durable: boolean): Promise<T> {
    writer.pragma(`synchronous = ${durable ? 'FULL' : 'NORMAL'}`)
    writer.exec('begin immediate')
    try {
      const result = await inside.run(true, () => work({ ...write, newId, now: now() }))
      writer.exec('commit')
      return result
    } catch (error) {
      if (writer.inTransaction) writer.exec('rollback')
      throw error
    }
  }

  return {
    async read(work) {
      if (closed) throw new DatabaseClosedError()
      return work(read)
    },
    transaction(work, { durable = true } = {}) {
      if (inside.getStore()) return Promise.reject(new NestedTransactionError())
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

function statements(connection: Connection) {
  const prepared = new Map<string, BetterSqlite.Statement>()
  function prepare(sql: string) {
    const known = prepared.get(sql)
    if (known) return known
    const statement = connection.prepare(sql)
    prepared.set(sql, statement)
    return statement
  }

  return {
    // The caller names the shape of its rows: the database frontier, where a type can only be asserted.
    get: async <T>(sql: string, ...values: Value[]) => prepare(sql).get(...values) as T | undefined,
    all: async <T>(sql: string, ...values: Value[]) => prepare(sql).all(...values) as T[],
    run: async (sql: string, ...values: Value[]) => prepare(sql).run(...values).changes,
  }
}
