import { closeSync, existsSync, openSync } from 'node:fs'
import BetterSqlite from 'better-sqlite3'
import { isBusy } from '#db/engine/sqlite/connection.ts'

/** The connections that hold a lock. Without a reference the collector would close them. */
const held = new Set<BetterSqlite.Database>()

/**
 * Locks a file for this process, and returns the function that gives the lock back. Returns undefined if another holder
 * has it. It is the lock of an empty SQLite database, which the system gives back when the process ends in any way.
 */
export function holdLock(file: string): (() => void) | undefined {
  // Closing any descriptor of a file drops the locks of its process, so a file that exists is left alone.
  if (!existsSync(file)) closeSync(openSync(file, 'a', 0o600))
  const lock = new BetterSqlite(file, { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (isBusy(error)) return undefined
    throw error
  }
  held.add(lock)
  return () => {
    held.delete(lock)
    lock.close()
  }
}
