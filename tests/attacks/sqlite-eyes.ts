import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { type Eyes, watch } from './database.ts'

/** Reads a server's SQLite file from outside, with a read-only connection. */
export function openSqliteEyes(dataDir: string): Promise<Eyes> {
  const database = new BetterSqlite(join(dataDir, 'latchkey.sqlite'), { readonly: true })
  const statements = new Map<string, BetterSqlite.Statement>()
  const prepare = (sql: string) => {
    const statement = statements.get(sql) ?? database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  return watch({
    tables: async () =>
      prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
        .pluck()
        .all()
        .map(String),
    // Raw rows are lists of values.
    rows: async (sql) => prepare(sql).raw().all() as unknown[][],
    faults: async () => [
      ...(database.pragma('integrity_check', { simple: true }) === 'ok' ? [] : ['the file is not sound']),
      ...(database.prepare('select 1 from pragma_foreign_key_check').all().length > 0 ? ['dangling references'] : []),
    ],
    close: async () => void database.close(),
  })
}
