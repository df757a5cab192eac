import type BetterSqlite from 'better-sqlite3'
import type { Checkpoints } from '#db/engine/sqlite/checkpoints.ts'
import { type Connection, isBusy } from '#db/engine/sqlite/connection.ts'

/** The steps of transactions on one connection. */
export type Steps = {
  /** Returns what the next transaction must wait for before it begins, if there is something. */
  beforeBegin: () => Promise<void> | undefined
  begin: (durable: boolean) => void
  /** Returns whether it could not begin because another process is writing, so that it can try again. */
  isBusy: (reason: unknown) => boolean
  commit: () => void
  rollback: () => void
  /** Sets a savepoint in the open transaction. `release` keeps the changes since, `undo` rolls them back. */
  mark: () => void
  release: () => void
  undo: () => void
  /** Returns false if the database has rolled the transaction back by itself, for example because the disk is full. */
  isOpen: () => boolean
}
/**
 * Returns the steps of a group. `begin` sets the flush first, because SQLite can change it only outside transactions.
 */
export function stepsOn(
  connection: Connection,
  prepare: (sql: string) => BetterSqlite.Statement,
  checkpoints: Checkpoints,
): Steps {
  let flushes = true
  const step = (sql: string) => () => void prepare(sql).run()
  const [begin, commit, undo, release] = [
    step('begin immediate'),
    step('commit'),
    step('rollback to one'),
    step('release one'),
  ]
  return {
    beforeBegin: checkpoints.beforeBegin,
    begin(durable) {
      if (durable !== flushes) connection.pragma(`synchronous = ${durable ? 'FULL' : 'NORMAL'}`)
      flushes = durable
      begin()
    },
    commit() {
      commit()
      checkpoints.afterCommit()
    },
    rollback: step('rollback'),
    mark: step('savepoint one'),
    release,
    undo() {
      undo()
      release()
    },
    isBusy,
    isOpen: () => connection.inTransaction,
  }
}
