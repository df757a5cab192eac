import {
  chmodSync,
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import BetterSqlite from 'better-sqlite3'
import { checkCopy, flush } from '#db/engine/sqlite/backup.ts'
import { BUSY_TIMEOUT_MS, isBusy } from '#db/engine/sqlite/connection.ts'

/** What SQLite keeps beside a database, and belongs to it. */
const BESIDE = ['-wal', '-journal']
const ALL_BESIDE = [...BESIDE, '-shm']

/**
 * Copies a backup beside a database, for this user alone, and checks the copy. Nothing is written at the place of the
 * backup. Returns the name of the copy. Throws the fault of SQLite for a file that is no database, and a
 * `DamagedCopyError` for a damaged one. An earlier copy is replaced.
 */
export async function copyBackup(backup: string, file: string): Promise<string> {
  const draft = `${file}.restoring`
  removeDraft(draft)
  for (const end of ['', ...BESIDE])
    if (end === '' || existsSync(backup + end))
      await pipeline(createReadStream(backup + end), createWriteStream(draft + end, { flags: 'wx', mode: 0o600 }))
  checkCopy(draft)
  return draft
}

/** Removes a copy that is not put in place. */
export function removeDraft(draft: string): void {
  for (const end of ['', ...ALL_BESIDE]) rmSync(draft + end, { force: true })
}

/**
 * Puts a checked copy in the place of a database that nobody else has open, in one step. The old file is kept under another
 * name if there is one for it. Throws a busy fault if another program has the old one open. A process that is killed leaves
 * the old database or the new one, and the next run takes up from there.
 */
export function putInPlace(draft: string, file: string, aside: string | undefined): void {
  asOneFile(draft)
  flush(draft)
  if (aside !== undefined) {
    removeSecondNames(file)
    settle(file)
    // Until the last step the old file has two names.
    linkSync(file, aside)
    for (const end of BESIDE) if (existsSync(file + end)) linkSync(file + end, aside + end)
  }
  // SQLite would take a log of the old database for one of the new one.
  for (const end of ALL_BESIDE) rmSync(file + end, { force: true })
  flushFolder(dirname(file))
  renameSync(draft, file)
  chmodSync(file, 0o600)
  flushFolder(dirname(file))
}

/** An earlier run that was killed may have left a second name of the same file. */
function removeSecondNames(file: string): void {
  const folder = dirname(file)
  const { ino, nlink } = statSync(file)
  if (nlink === 1) return
  const names = readdirSync(folder).filter((name) => name.startsWith(`${basename(file)}.replaced-`))
  for (const name of names) if (statSync(join(folder, name)).ino === ino) rmSync(join(folder, name))
}

/** Takes the log of the old database into its file. One that is too damaged for that keeps its log beside it. */
function settle(file: string): void {
  try {
    asOneFile(file)
  } catch (error) {
    if (isBusy(error)) throw error
  }
}

function asOneFile(file: string): void {
  const database = new BetterSqlite(file, { timeout: BUSY_TIMEOUT_MS, fileMustExist: true })
  try {
    database.pragma('journal_mode = DELETE')
  } finally {
    database.close()
  }
}

/** The new name is on the disk when its folder is. Windows has no such thing. */
function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
