import BetterSqlite from 'better-sqlite3'
import { type CopySource, MARKS } from '#db/engine/copying.ts'
import { copyReader } from '#db/engine/sqlite/copy-reader.ts'

/** Opens the database that a move reads from. Its only change is the mark at the end. The caller holds its lock. */
export function openSqliteSource(file: string): CopySource {
  const database = new BetterSqlite(file, { fileMustExist: true })
  database.pragma('synchronous = FULL')
  database.pragma('query_only = ON')
  return {
    ...copyReader(() => database),
    async markMoved(to) {
      database.pragma('query_only = OFF')
      database.prepare('insert into instance (name, value) values (?, ?)').run(MARKS.moved, to)
    },
    async close() {
      database.close()
    },
  }
}
