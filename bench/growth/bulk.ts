import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import type { Tx, Value } from '#db/engine/database.ts'
import { risingId } from '#db/engine/ids.ts'

export const MIGRATIONS = join(import.meta.dirname, '../../migrations/sqlite')
const ROWS_PER_COMMIT = 500_000

/** A database that is filled with the statements of `db/`, without a journal and without waiting for the disk. */
export type Bulk = {
  /** Runs the statements of `db/`, outside any transaction that could be rolled back. */
  tx: Tx & { now: number }
  close: () => void
}

/**
 * Opens a migrated database to fill it. A crash corrupts the file, so use it only for files that can be created again.
 * `close` restores the settings that the engine expects.
 */
export function openBulk(file: string): Bulk {
  const database = new BetterSqlite(file)
  for (const pragma of [
    'journal_mode = OFF',
    'synchronous = OFF',
    'locking_mode = EXCLUSIVE',
    'cache_size = -1000000',
    'foreign_keys = OFF',
  ])
    database.pragma(pragma)
  const prepared = new Map<string, BetterSqlite.Statement>()
  let rows = 0
  database.exec('begin')

  function statement(sql: string): BetterSqlite.Statement {
    const known = prepared.get(sql) ?? database.prepare(sql)
    prepared.set(sql, known)
    return known
  }

  return {
    tx: {
      now: 0,
      people: new Set(),
      newId() {
        return risingId(this.now, randomBytes(11))
      },
      // The files of `db/` name the type of their rows.
      get: async <T>(sql: string, ...values: Value[]) => statement(sql).get(...values) as T | undefined,
      all: async <T>(sql: string, ...values: Value[]) => statement(sql).all(...values) as T[],
      async run(sql, ...values) {
        const { changes } = statement(sql).run(...values)
        rows += changes
        if (rows >= ROWS_PER_COMMIT) {
          rows = 0
          database.exec('commit; begin')
        }
        return changes
      },
    },
    close() {
      database.exec('commit')
      database.pragma('locking_mode = NORMAL')
      database.pragma('journal_mode = WAL')
      database.close()
    },
  }
}
