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
  /** Returns a new id: 22 letters of base64url, which rise with `now`. */
  newId: () => string
  run: (sql: string, ...values: Value[]) => Promise<number>
}

interface TransactionOptions {
  /**
   * False: the commit is not flushed to disk, so a power cut may lose it (a crash of the process never does). For
   * counters and last uses only. Default true.
   */
  durable?: boolean
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
   * Runs `work` in one immediate transaction. Transactions queue and run one at a time, in the order they were
   * requested. Commits when `work` resolves, and rolls everything back when it rejects. Refuses a transaction inside
   * another one with `NestedTransactionError`, and a statement after the end of its transaction with
   * `TransactionOverError`, because it would run in another transaction. While another process writes, it waits a few
   * seconds without blocking reads, then refuses with `DatabaseUnavailableError`.
   *
   * Transactions that wait at the same time may share one commit. Each is still atomic by itself. None of them resolves
   * before the commit, and if it fails, all of them reject. So `work` must await only its own steps: another
   * transaction may wait for this one.
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
