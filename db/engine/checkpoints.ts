import { Worker } from 'node:worker_threads'
import type BetterSqlite from 'better-sqlite3'

/** So many pages (4 MB) that only the log has are worth carrying over into the database; more would soon fill a small disk. */
const WORTH_PAGES = 1_000
/** A log of so many pages (64 MB) makes writers wait until all of it is carried over, so that it can begin anew. */
const LONG_PAGES = 16_000
/** What the driver does by itself when there is no thread for it. */
const BY_DRIVER = 'wal_autocheckpoint = 1000'
const MEMORY = { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 1 }

/** Pages in the log, and how many of them the database has too. */
type Lengths = { log: number; checkpointed: number }

export type Checkpoints = {
  /** Looks at the log after a commit. */
  look(): void
  /** What a writer waits for while the log is too long. Nobody else waits. */
  room(): Promise<void> | undefined
  close(): Promise<void>
}

/**
 * Carries pages over from the log into the database (https://sqlite.org/wal.html, "Checkpointing") in a thread of its own, which is
 * made when it is needed first. The driver would do it in the middle of a commit, and the whole process would stand still for as long as
 * the disk takes: a second and more for a thousand pages all over a big database.
 */
export function checkpointsOf(writer: InstanceType<typeof BetterSqlite>, file: string): Checkpoints {
  writer.pragma('wal_autocheckpoint = 0')
  const state = writer.prepare<[], Lengths>('pragma wal_checkpoint(noop)')
  let thread: Worker | undefined
  let under: Promise<void> | undefined
  let finish = () => {}
  let log = 0
  let longFrom = LONG_PAGES
  let gaveUp = false

  function carryOver(): Promise<void> {
    under ??= new Promise<void>((resolve) => {
      finish = resolve
      thread ??= start()
      thread.postMessage('carry over')
    }).then(() => {
      under = undefined
    })
    return under
  }

  function start(): Worker {
    const worker = new Worker(new URL('./checkpointer.mjs', import.meta.url), { workerData: file, resourceLimits: MEMORY })
    worker.unref()
    worker.on('message', () => finish())
    worker.on('error', () => {
      gaveUp = true
      writer.pragma(BY_DRIVER)
      finish()
    })
    return worker
  }

  function lengths(): Lengths | undefined {
    try {
      return state.get()
    } catch {
      // Whatever it is, the commit before it was one.
      return undefined
    }
  }

  async function beginAnew(): Promise<void> {
    // What is under way does not know of the last pages.
    await under
    if (!gaveUp) await carryOver()
    // Somebody may still read in the old log, a backup for instance: then it grows on for a while.
    longFrom = log + LONG_PAGES
  }

  return {
    look() {
      if (gaveUp) return
      const seen = lengths()
      if (!seen) return
      log = seen.log
      if (log < LONG_PAGES) longFrom = LONG_PAGES
      if (log - seen.checkpointed >= WORTH_PAGES) void carryOver()
    },
    room: () => (gaveUp || log < longFrom ? undefined : beginAnew()),
    async close() {
      const ending = thread
      ending?.ref()
      await under
      thread = undefined
      if (!ending || gaveUp) return
      const gone = new Promise((resolve) => ending.once('exit', resolve))
      ending.postMessage('close')
      await gone
    },
  }
}
