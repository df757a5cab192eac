import { existsSync } from 'node:fs'
import BetterSqlite from 'better-sqlite3'

/** `isOurs`: whether its tables were made by our migrations. */
type Marks = { instance: Map<string, string>; hasPeople: boolean; isOurs: boolean }

/**
 * Returns what the table `instance` of a database holds, by its name, and whether the database has people. Both are empty
 * for a file that is missing or older than its tables. Changes nothing.
 */
export function readMarks(file: string): Marks {
  const nothing = { instance: new Map<string, string>(), hasPeople: false, isOurs: false }
  if (!existsSync(file)) return nothing
  const database = new BetterSqlite(file, { fileMustExist: true })
  try {
    const has = (name: string) =>
      database.prepare("select 1 from sqlite_schema where type = 'table' and name = ?").get(name) !== undefined
    // Rows of our own statement, whose types can only be asserted here.
    const rows = has('instance') ? database.prepare('select name, value from instance').raw().all() : []
    return {
      instance: new Map(rows as [string, string][]),
      hasPeople: has('users') && database.prepare('select 1 from users limit 1').get() !== undefined,
      isOurs: has('users') && has('migrations'),
    }
  } finally {
    database.close()
  }
}
