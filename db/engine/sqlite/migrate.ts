import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'

const SCRIPT_NAME = /^\d{4}_[a-z0-9_]+\.sql$/
const BUSY_TIMEOUT_MS = 30_000

/** The database and the scripts of this version do not fit together. */
class MigrationError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MigrationError'
  }
}

type Script = { name: string; sql: string; checksum: string }

/**
 * Applies the scripts of a folder that were not applied to this database yet, in the order of their names, and returns
 * the names of those that ran. Each runs in one transaction that also stores that it ran. If two processes start at
 * once, the second waits for the lock of the first and then has nothing to do. Refuses a script that was changed after
 * it was applied, and a database with a script that this version does not have.
 */
export function migrate(file: string, folder: string): string[] {
  const scripts = readScripts(folder)
  const database = new BetterSqlite(file, { timeout: BUSY_TIMEOUT_MS })
  try {
    database.pragma('synchronous = FULL')
    // Rebuilding a table drops it, and the rows that reference it must stay.
    database.pragma('foreign_keys = OFF')
    inTransaction(database, () => {
      database.exec('create table if not exists migrations (name text primary key, checksum text not null) strict')
      refuseNewerDatabase(database, scripts)
    })
    return scripts.filter((script) => inTransaction(database, () => apply(database, script))).map(({ name }) => name)
  } finally {
    database.close()
  }
}

/**
 * Returns the names of the scripts that were not applied to this database yet, and changes nothing. Refuses a database
 * with a script that this version does not have.
 */
export function pendingMigrations(file: string, folder: string): string[] {
  const scripts = readScripts(folder)
  const database = new BetterSqlite(file, { timeout: BUSY_TIMEOUT_MS, fileMustExist: true })
  try {
    const isNew = database.prepare("select 1 from sqlite_schema where name = 'migrations'").get() === undefined
    if (isNew) return scripts.map(({ name }) => name)
    refuseNewerDatabase(database, scripts)
    const applied = new Set(database.prepare('select name from migrations').pluck().all())
    return scripts.map(({ name }) => name).filter((name) => !applied.has(name))
  } finally {
    database.close()
  }
}

function readScripts(folder: string): Script[] {
  return readdirSync(folder)
    .filter((name) => SCRIPT_NAME.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

function refuseNewerDatabase(database: BetterSqlite.Database, scripts: Script[]): void {
  const known = new Set(scripts.map(({ name }) => name))
  // The type of a row can only be asserted where it is read.
  const rows = database.prepare('select name from migrations').all() as { name: string }[]
  const newer = rows.filter(({ name }) => !known.has(name)).map(({ name }) => name)
  if (newer.length > 0)
    throw new MigrationError(`This database was written by a newer version: it has ${newer.join(', ')}.`)
}

/** Returns true if the script ran now, false if it had been applied before. */
function apply(database: BetterSqlite.Database, { name, sql, checksum }: Script): boolean {
  // The type of a row can only be asserted where it is read.
  const applied = database.prepare('select checksum from migrations where name = ?').get(name) as
    | { checksum: string }
    | undefined
  if (applied && applied.checksum !== checksum)
    throw new MigrationError(`Migration ${name} was changed after it was applied.`)
  if (applied) return false

  database.exec(sql)
  database.prepare('insert into migrations (name, checksum) values (?, ?)').run(name, checksum)
  return true
}

function inTransaction<T>(database: BetterSqlite.Database, work: () => T): T {
  database.exec('begin immediate')
  try {
    const result = work()
    database.exec('commit')
    return result
  } catch (error) {
    if (database.inTransaction) database.exec('rollback')
    throw error
  }
}
