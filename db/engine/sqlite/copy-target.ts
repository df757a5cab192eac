import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { type CopiedRow, type CopyTarget, MARKS, type Table } from '#db/engine/copying.ts'
import { type Connection, makePrivateFile } from '#db/engine/sqlite/connection.ts'
import { copyReader } from '#db/engine/sqlite/copy-reader.ts'
import { readMarks } from '#db/engine/sqlite/marks.ts'
import { migrate } from '#db/engine/sqlite/migrate.ts'

/** The draft is complete or not used at all, so it needs no journal and waits for the disk only at its end. */
const PRAGMAS = [
  'journal_mode = OFF',
  'synchronous = OFF',
  'locking_mode = EXCLUSIVE',
  'cache_size = -100000',
  'foreign_keys = OFF',
]
const BESIDE = ['-wal', '-shm', '-journal']

/**
 * Opens the database that a move writes to. The rows go into a draft beside it, which `keep` puts in its place. The caller
 * holds the lock of the folder.
 */
export function openSqliteTarget(file: string, migrations: string): CopyTarget {
  const draft = `${file}.part`
  let database: Connection | undefined
  let indexes: string[] = []
  let plans: unknown[][] = []
  const opened = () => (database ??= openDraft(draft, migrations))

  return {
    ...copyReader(opened),
    hasPeople: async () => readMarks(file).hasPeople,
    instance: async () => (database ? copyReader(opened).instance() : readMarks(file).instance),
    async prepare() {
      // Rows of SQLite's own. Each statement is the one that made the index.
      indexes = opened()
        .prepare("select sql from sqlite_schema where type = 'index' and sql is not null")
        .pluck()
        .all() as string[]
      const names = opened()
        .prepare("select name from sqlite_schema where type = 'index' and sql is not null")
        .pluck()
        .all() as string[]
      // What the migrations tell the planner of an index goes with it.
      plans = opened().prepare('select tbl, idx, stat from sqlite_stat1').raw().all() as unknown[][]
      for (const name of names) opened().exec(`drop index "${name}"`)
    },
    async insert(table, rows) {
      insertAll(opened(), table, rows)
    },
    async setInstance(values) {
      const put = opened().prepare('insert into instance (name, value) values (?, ?)')
      for (const [name, value] of values) put.run(name, value)
    },
    async complete() {
      for (const sql of indexes) opened().exec(sql)
      opened().exec('delete from sqlite_stat1')
      const plan = opened().prepare('insert into sqlite_stat1 (tbl, idx, stat) values (?, ?, ?)')
      for (const row of plans) plan.run(row)
      // As above: the name of the table of each row whose owner is missing.
      const [orphan] = opened().prepare('select "table" from pragma_foreign_key_check').pluck().all() as string[]
      if (orphan !== undefined) throw new Error(`A row of ${orphan} has no owner.`)
    },
    async keep() {
      opened().close()
      database = undefined
      flush(draft)
      // A log of the file that is replaced would be read into the new one.
      for (const suffix of BESIDE) rmSync(file + suffix, { force: true })
      renameSync(draft, file)
      flush(dirname(file))
    },
    async settle() {
      const kept = new BetterSqlite(file, { fileMustExist: true })
      kept.pragma('synchronous = FULL')
      kept.prepare('delete from instance where name = ?').run(MARKS.arriving)
      kept.close()
    },
    async close() {
      database?.close()
      removeDraft(draft)
    },
  }
}

function openDraft(draft: string, migrations: string): Connection {
  removeDraft(draft)
  makePrivateFile(draft)
  migrate(draft, migrations)
  const database = new BetterSqlite(draft)
  for (const pragma of PRAGMAS) database.pragma(pragma)
  return database
}

function removeDraft(draft: string): void {
  for (const suffix of ['', ...BESIDE]) rmSync(draft + suffix, { force: true })
}

function insertAll(database: Connection, { name, columns }: Table, rows: CopiedRow[]): void {
  const names = columns.map((column) => `"${column.name}"`).join(', ')
  const places = columns.map(() => '?').join(', ')
  const insert = database.prepare(`insert into "${name}" (${names}) values (${places})`)
  database.exec('begin')
  for (const row of rows) insert.run(row)
  database.exec('commit')
}

/** Waits until a file, or the names in a folder, are on disk. Windows opens no folders. */
function flush(path: string): void {
  if (process.platform === 'win32' || !existsSync(path)) return
  const descriptor = openSync(path, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
