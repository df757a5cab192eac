import type BetterSqlite from 'better-sqlite3'
import type { Aside } from './worker.ts'

/** So many pages (4 MB) that only the log has are worth carrying over into the database; more would soon fill a small disk. */
const WORTH_PAGES = 1_000
/** A log of so many pages (64 MB) makes writers wait until all of it is carried over, so that it can begin anew. */
const LONG_PAGES = 16_000
/** What the driver does by itself when there is no thread for it. */
const BY_DRIVER = 'wal_autocheckpoint = 1000'

/** Pages in the log, and how many of them the database has too. */
type Lengths = { log: number; checkpointed: number }

export type Checkpoints = {
  /** Looks at the log after a commit. */
  look: () => void
  /** What a writer waits for while the log is too long. Nobody else waits. */
  room: () => Promise<void> | undefined
  /** The one that is under way. */
  underWay: () => Promise<void> | undefined
  /** Keeps the thread free for something else: lets none begin before `release`, and returns the one to wait for. */
  hold: () => Promise<void> | undefined
  release: () => void
}

/**
 * Carries pages over from the log into the database (https://sqlite.org/wal.html, "Checkpointing") in the other thread. The driver would
 * do it in the middle of a commit, and the whole process would stand still for as long as the disk takes: a second and more for a
 * thousand pages all over a big database.
 */
export function checkpointsOf(writer: InstanceType<typeof BetterSqlite>, aside: Aside): Checkpoints {
  writer.pragma('wal_autocheckpoint = 0')
  const state = writer.prepare<[], Lengths>('pragma wal_checkpoint(noop)')
  let under: Promise<void> | undefined
  let log = 0
  let longFrom = LONG_PAGES
  let holding = 0
  let byDriver = false

  function carryOver(): Promise<void> {
    under ??= aside
      .ask({ what: 'checkpoint' })
      // A full disk, for instance: the pages stay in the log, and the next commits ask again.
      .catch(() => (aside.isGone() ? leaveToDriver() : undefined))
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
      // Whatever it is, the commit before it was one.
      return undefined
    }
  }

  function look(): void {
    if (byDriver) return
    const seen = lengths()
    if (!seen) return
    log = seen.log
    if (log < LONG_PAGES) longFrom = LONG_PAGES
    if (holding === 0 && log - seen.checkpointed >= WORTH_PAGES) void carryOver()
  }

  async function beginAnew(): Promise<void> {
    // What is under way does not know of the last pages.
    await under
    if (!byDriver) await carryOver()
    // Somebody may still read in the old log, a backup for instance: then it grows on for a while.
    longFrom = log + LONG_PAGES
  }

  return {
    look,
    room: () => (byDriver || log < longFrom ? undefined : beginAnew()),
    underWay: () => under,
    hold() {
      holding += 1
      return under
    },
    release() {
      holding -= 1
      look()
    },
  }
}
