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
