import type BetterSqlite from 'better-sqlite3'
import type { SqliteWorker } from '#db/engine/sqlite/worker.ts'

/** A checkpoint begins when this many pages (4 MB) are only in the log. Waiting for more could fill a small disk. */
const WORTH_PAGES = 1_000
/**
 * When the log has this many pages (64 MB), writers wait for a complete checkpoint, so that the log can start again.
 */
const LONG_PAGES = 16_000
/** Without the worker, the driver makes the checkpoints. */
const BY_DRIVER = 'wal_autocheckpoint = 1000'

/** The number of pages in the log, and how many of them are already in the database. */
type Lengths = { log: number; checkpointed: number }

export type Checkpoints = {
  /** Reads the length of the log after a commit, and begins a checkpoint if it is due. */
  afterCommit: () => void
  /** Returns the checkpoint that writers must wait for if the log is too long. Readers never wait. */
  beforeBegin: () => Promise<void> | undefined
  /** Returns the checkpoint that is under way. */
  underWay: () => Promise<void> | undefined
  /** Lets no checkpoint begin before `release`, so that the worker is free. Returns the one that is under way. */
  hold: () => Promise<void> | undefined
  release: () => void
}

/**
 * Makes checkpoints in the worker: copies pages from the log into the database (https://sqlite.org/wal.html,
 * "Checkpointing"). The driver would do that during a commit and block the whole process until the disk is done: a
 * second or more for a thousand pages across a big database.
 */
export function checkpointsOf(writer: InstanceType<typeof BetterSqlite>, worker: SqliteWorker): Checkpoints {
  writer.pragma('wal_autocheckpoint = 0')
  const state = writer.prepare<[], Lengths>('pragma wal_checkpoint(noop)')
  let under: Promise<void> | undefined
  let log = 0
  let longFrom = LONG_PAGES
  let holding = 0
  let byDriver = false

  function checkpoint(): Promise<void> {
    under ??= worker
      .ask({ what: 'checkpoint' })
      // After a failure (a full disk, for example) the pages stay in the log, and a later commit tries again.
      .catch(() => (worker.isGone() ? leaveToDriver() : undefined))
      .then(() => {
        under = undefined
      })
    return under
  }

  function leaveToDriver(): void {
    byDriver = true
    writer.pragma(BY_DRIVER)
  }

  function lengths(): Lengths | undefined {
    try {
      return state.get()
    } catch {
      // The commit has succeeded, so this fault must not fail it.
      return undefined
    }
  }

  function afterCommit(): void {
    if (byDriver) return
    const seen = lengths()
    if (!seen) return
    log = seen.log
    if (log < LONG_PAGES) longFrom = LONG_PAGES
    if (holding === 0 && log - seen.checkpointed >= WORTH_PAGES) void checkpoint()
  }

  async function beginAnew(): Promise<void> {
    // A checkpoint that is under way does not include the last pages.
    await under
    if (!byDriver) await checkpoint()
    // A reader of the old log, a backup for example, keeps the log from starting again. Then it grows for a while.
    longFrom = log + LONG_PAGES
  }

  return {
    afterCommit,
    beforeBegin: () => (byDriver || log < longFrom ? undefined : beginAnew()),
    underWay: () => under,
    hold() {
      holding += 1
      return under
    },
    release() {
      holding -= 1
      afterCommit()
    },
  }
}
