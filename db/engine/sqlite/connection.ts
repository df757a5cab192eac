import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { DatabaseUnavailableError } from '#db/engine/database.ts'

export const BUSY_TIMEOUT_MS = 5_000
const BUSY_PAUSE_MS = 20

export const PRAGMAS = [
  'foreign_keys = ON',
  'synchronous = FULL',
  'secure_delete = ON',
  `busy_timeout = ${BUSY_TIMEOUT_MS}`,
]

/** Faults that end with time or need the operator: a lock of another process, a full or failing disk. */
const UNAVAILABLE = /^SQLITE_(BUSY|FULL|IOERR)/

export type Connection = InstanceType<typeof BetterSqlite>

/** Creates the file with mode 0600 before SQLite opens it. SQLite gives the WAL and its index the same mode. */
export function makePrivateFile(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  closeSync(openSync(file, 'a', 0o600))
  chmodSync(file, 0o600)
}

export function connect(file: string, cacheKb: number): Connection {
  const connection = new BetterSqlite(file, { timeout: BUSY_TIMEOUT_MS })
  for (const pragma of PRAGMAS) connection.pragma(pragma)
  connection.pragma(`cache_size = -${cacheKb}`)
  return connection
}

export function isBusy(reason: unknown): boolean {
  return reason instanceof BetterSqlite.SqliteError && reason.code.startsWith('SQLITE_BUSY')
}

/** Maps busy, full and I/O errors to `DatabaseUnavailableError`, and returns any other error unchanged. */
export function asUnavailable(reason: unknown): unknown {
  return reason instanceof BetterSqlite.SqliteError && UNAVAILABLE.test(reason.code)
    ? new DatabaseUnavailableError(reason)
    : reason
}

/** Turns WAL on. SQLite refuses that without waiting while another process does the same, so this tries again. */
export function writeAhead(connection: Connection): void {
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
export function preparer(connection: Connection): (sql: string) => BetterSqlite.Statement {
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
