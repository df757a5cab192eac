import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import BetterSqlite from 'better-sqlite3'
import { BUSY_TIMEOUT_MS } from '#db/engine/sqlite/connection.ts'

/** The copy has other content than it should. */
export class DamagedCopyError extends Error {
  constructor(faults: string[]) {
    super(`The copy is damaged: ${faults.slice(0, 3).join('; ')}`)
    this.name = 'DamagedCopyError'
  }
}

/**
 * Copies a database, which may be in use, into one new file that only this user can read, whatever the umask is. Checks
 * the copy before it gets its name, and returns its size in bytes. The copy names its RP ID, if there is one, so that it is
 * restored for no other. Refuses a name that exists (`EEXIST`). After a fault no file is left.
 */
export function backUp(file: string, copy: string, rpId?: string): number {
  const draft = `${copy}.part`
  const made: string[] = []
  const make = (name: string) => {
    closeSync(openSync(name, 'wx', 0o600))
    made.push(name)
  }
  try {
    // The name is taken first, so that two backups never write the same file.
    make(copy)
    make(draft)
    copyInto(file, draft)
    if (rpId !== undefined) nameRelyingParty(draft, rpId)
    checkCopy(draft)
    flush(draft)
    renameSync(draft, copy)
    return statSync(copy).size
  } catch (error) {
    for (const name of made) rmSync(name, { force: true })
    throw error
  }
}

/** One read transaction: writers go on meanwhile. The copy has no deleted rows, and needs no file beside it. */
function copyInto(file: string, copy: string): void {
  const database = new BetterSqlite(file, { timeout: BUSY_TIMEOUT_MS, fileMustExist: true })
  try {
    database.prepare('vacuum into ?').run(copy)
  } finally {
    database.close()
  }
}

function nameRelyingParty(copy: string, rpId: string): void {
  const database = new BetterSqlite(copy, { fileMustExist: true })
  try {
    database.prepare("insert or replace into instance (name, value) values ('rp_id', ?)").run(rpId)
  } finally {
    database.close()
  }
}

/** Checks a copy that nothing else has open, and leaves it as one file. Refuses one with faults with `DamagedCopyError`. */
export function checkCopy(copy: string): void {
  const database = new BetterSqlite(copy, { fileMustExist: true })
  try {
    database.pragma('journal_mode = DELETE')
    // Rows of SQLite’s own: `ok`, or one sentence for each fault.
    const faults = database.prepare('pragma integrity_check').pluck().all() as string[]
    const orphans = database.prepare('select "table" from pragma_foreign_key_check').pluck().all() as string[]
    const all = [
      ...faults.filter((fault) => fault !== 'ok'),
      ...orphans.map((table) => `a row of ${table} has no owner`),
    ]
    if (all.length > 0) throw new DamagedCopyError(all)
  } finally {
    database.close()
  }
}

/** Waits until a file is on the disk. */
export function flush(file: string): void {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
