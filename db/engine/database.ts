/**
 * The whole contract of the product with a database, so that a second engine can implement it.
 *
 * SQL stays in the portable subset: text ids, integer milliseconds, 0/1 for booleans, `returning`, `on conflict`.
 */
export type Value = string | number | Uint8Array | null
export type Row = Record<string, Value>

/** Statements that change nothing. Each sees what was committed when it ran. The caller names the type of the rows. */
export interface Reader {
  get: <T = Row>(sql: string, ...values: Value[]) => Promise<T | undefined>
  all: <T = Row>(sql: string, ...values: Value[]) => Promise<T[]>
}

/** A transaction. `now` (epoch milliseconds) was fixed when it began. `run` returns how many rows changed. */
export interface Tx extends Reader {
  readonly now: number
  /** The people whose accounts no other transaction changes until this one is over: `person`, and those it creates. */
  readonly people: Set<string>
  /** Returns a new id: 22 letters of base64url, which rise with `now`. */
  newId: () => string
  run: (sql: string, ...values: Value[]) => Promise<number>
}

interface TransactionOptions {
  /**
   * The id of the person whose account the transaction reads and changes. Transactions with the same person run one at a
   * time, also those of other processes, so what `work` has read of the account stays true until the commit.
   */
  person?: string | undefined
  /**
   * False: the commit is not flushed to disk, so a power cut may lose it (a crash of the process never does). For
   * counters and last uses only. Default true.
   */
  durable?: boolean
  /**
   * True: `work` sends all its statements before it awaits the first answer, so the commit can follow them at once
   * instead of after another way over the network. A statement after that is refused, and a rejection after it may not
   * roll back what the statements changed. Default false.
   */
  atOnce?: boolean
  /**
   * True: the transaction runs in a worker thread, so only writers wait while it reads old pages from a slow disk. For
   * housekeeping only, because each statement has more overhead. Default false.
   */
  background?: boolean
}

export interface Database {
  /** Reads on a separate connection: never waits for a writer, and never sees an open transaction. */
  read: <T>(work: (reader: Reader) => Promise<T>) => Promise<T>
  /**
   * Runs `work` in one transaction. Commits when `work` resolves, and rolls everything back when it rejects. Refuses a
   * transaction inside another one with `NestedTransactionError`, and a statement after the end of its transaction with
   * `TransactionOverError`. Waits a few seconds for the locks of others without blocking reads, then refuses with
   * `DatabaseUnavailableError`. If it cannot know whether the commit succeeded, it rejects with `OutcomeUnknownError`.
   *
   * Only transactions with the same `person` are sure to run one at a time. With every other one, a value that was read
   * may have changed when it is written, so the write repeats its condition. `work` may run more than once before a
   * commit succeeds, so it changes nothing outside its transaction. It awaits only its own steps: another transaction may
   * wait for this one. A failed statement fails the whole transaction.
   */
  transaction: <T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions) => Promise<T>
  /** Waits for the transactions already queued, then closes; later calls are refused. */
  close: () => Promise<void>
}

/**
 * The database is unavailable and has changed nothing: another process holds its lock, or the disk is full or failing.
 */
export class DatabaseUnavailableError extends Error {
  constructor(cause: Error & { code: string }) {
    super(`The database is unavailable: ${cause.code}`, { cause })
    this.name = 'DatabaseUnavailableError'
  }
}

/** The answer to a commit was lost: the transaction is either kept as a whole or rolled back as a whole. */
export class OutcomeUnknownError extends Error {
  constructor(cause: Error & { code: string }) {
    super(`Whether the database has kept this is unknown: ${cause.code}`, { cause })
    this.name = 'OutcomeUnknownError'
  }
}

/** A statement had failed, and the work of its transaction went on: nothing was kept. */
export class FailedStatementError extends Error {
  constructor() {
    super('The transaction was rolled back, because one of its statements had failed.')
    this.name = 'FailedStatementError'
  }
}

export class NestedTransactionError extends Error {
  constructor() {
    super('A transaction was started inside another one. Pass the open `tx` to a step instead.')
    this.name = 'NestedTransactionError'
  }
}

export class TransactionOverError extends Error {
  constructor() {
    super('A transaction was used after it had ended. Await every step inside it.')
    this.name = 'TransactionOverError'
  }
}

export class DatabaseClosedError extends Error {
  constructor() {
    super('The database is closed.')
    this.name = 'DatabaseClosedError'
  }
}
