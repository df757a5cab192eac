import BetterSqlite from 'better-sqlite3'

/**
 * Returns what SQLite’s quick check finds in a database: `ok`, or at most ten faults. Nothing else in the process runs
 * meanwhile. Throws the fault of SQLite for a file that is no database.
 */
export function quickCheck(file: string): string[] {
  const database = new BetterSqlite(file, { fileMustExist: true })
  try {
    database.pragma('query_only = ON')
    // Rows of SQLite’s own.
    return database.prepare('pragma quick_check(10)').pluck().all() as string[]
  } finally {
    database.close()
  }
}
