/**
 * What the product asks of a database: the whole contract, so that a second engine can stand behind the same page.
 *
 * SQL stays in the portable subset: text ids, integer milliseconds, 0/1 for booleans, `returning`, `on conflict`.
 */
export type Value = string | number | Uint8Array | null
export type Row = Record<string, Value>

/** Statements that change nothing; each sees what was committed when it ran. The files of `db/` name the shape of their rows. */
export interface Reader {
  get: <T = Row>(sql: string, ...values: Value[]) => Promise<T | undefined>
  all: <T = Row>(sql: string, ...values: Value[]) => Promise<T[]>
}

/** A transaction: `now` was fixed when it began (epoch milliseconds), `run` tells how many rows changed. */
export interface Tx extends Reader {
  readonly now: number
  /** A fresh id: 22 letters of base64url, which rise with `now`. */
  newId: () => string
  run: (sql: string, ...values: Value[]) => Promise<number>
}

interface TransactionOptions {
  /**
   * False: the commit may be lost by a power cut (never by a crash of the process) and spares the disk a flush. For counters
   * and last-seen times only. Default true.
   */
  durable?: boolean
  /**
   * True: it runs in a thread of its own, so that nobody but writers waits while it reads what nobody has read for long from a slow
   * disk. For housekeeping: each statement takes longer to ask for. Default false.
   */
  chore?: boolean
}

export interface Database {
  /** Reads on a connection of its own: never waits for a writer, never sees an open transaction. */
  read: <T>(work: (reader: Reader) => Promise<T>) => Promise<T>
  /**
   * Runs `work` in one immediate transaction. Transactions queue: one at a time, in the order they were asked for. Commits when
   * `work` resolves, rolls everything back when it rejects. One inside another is refused with `NestedTransactionError`, and a
   * step that outlives its transaction with `TransactionOverError`: its statement would land in somebody else's. While another
   * process writes it waits a few seconds, without keeping reads waiting, then refuses with `DatabaseUnavailableError`.
   *
   * Those that wait at the same time may share one commit, each still all or nothing by itself; nobody is answered before it, and
   * if it fails it fails for all of them. So await nothing in `work` but its own steps: the answer to another transaction may be
   * waiting for this one.
   */
  transaction: <T>(work: (tx: Tx) => Promise<T>, options?: TransactionOptions) => Promise<T>
  /** Waits for the transactions already queued, then closes; later calls are refused. */
  close: () => Promise<void>
}

/** The database could not do it now and did nothing: another process holds its lock, or the disk is full or failing. */
export class DatabaseUnavailableError extends Error {
  constructor(cause: Error & { code: string }) {
    super(`The database is unavailable: ${cause.code}`, { cause })
    this.name = 'DatabaseUnavailableError'
  }
}

export class NestedTransactionError extends Error {
  constructor() {
    super('A transaction was asked for inside another one. Pass the open `tx` to a step instead.')
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
