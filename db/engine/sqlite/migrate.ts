import BetterSqlite from 'better-sqlite3'
import { type Applied, type Script, pendingOf, readScripts } from '#db/engine/scripts.ts'

const BUSY_TIMEOUT_MS = 30_000

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
      pendingOf(scripts, appliedTo(database))
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
    return pendingOf(scripts, appliedTo(database)).map(({ name }) => name)
  } finally {
    database.close()
  }
}

function appliedTo(database: BetterSqlite.Database): Applied[] {
  // The type of a row can only be asserted where it is read.
  return database.prepare('select name, checksum from migrations').all() as Applied[]
}

/** Returns true if the script ran now, false if another process was faster. */
function apply(database: BetterSqlite.Database, script: Script): boolean {
  if (
    pendingOf(
      [script],
      appliedTo(database).filter(({ name }) => name === script.name),
    ).length === 0
  )
    return false
  database.exec(script.sql)
  database.prepare('insert into migrations (name, checksum) values (?, ?)').run(script.name, script.checksum)
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
