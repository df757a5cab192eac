/** A row as it is copied: each value as text, in the order of the table's columns, and null for none. */
export type CopiedRow = (string | null)[]

export type Column = { name: string; type: 'text' | 'bigint' }

/** A table that is copied. Its rows are read in the order of `key`, which is the same on both engines. */
export type Table = { name: string; columns: Column[]; key: string[] }

/** The last event of a person that was deleted for its age. */
export type Cut = { seq: number; hash: string }

/** One end of a move. Each end is in use by this process alone. */
export interface CopyEnd {
  count: (table: Table) => Promise<number>
  /** Returns all rows in the order of the key, some thousand at a time. */
  rows: (table: Table) => AsyncIterable<CopiedRow[]>
  /** Returns the cuts of these people, by their ids. */
  cuts: (people: string[]) => Promise<Map<string, Cut>>
  /** Returns what belongs to the whole database, by its name. */
  instance: () => Promise<Map<string, string>>
  /** Gives the end back. What was not kept is gone. */
  close: () => Promise<void>
}

export interface CopySource extends CopyEnd {
  /** Stores where the rows have moved to, so that no server starts here again. */
  markMoved: (to: string) => Promise<void>
}

export interface CopyTarget extends CopyEnd {
  hasPeople: () => Promise<boolean>
  /** Begins: removes what an earlier move left behind, and puts indexes off until `complete`. */
  prepare: () => Promise<void>
  insert: (table: Table, rows: CopiedRow[]) => Promise<void>
  setInstance: (values: Map<string, string>) => Promise<void>
  /** Makes the indexes, and checks that every row that another one names is there. Throws if one is missing. */
  complete: () => Promise<void>
  /** Stores everything since `prepare` at once. */
  keep: () => Promise<void>
  /** Removes the mark of a move that is under way, which was kept with the rows. */
  settle: () => Promise<void>
}

/** The rows of `instance` that tell where a database was moved to, and from where it is being moved here. */
export const MARKS = { moved: 'moved', arriving: 'arriving' } as const

/** Both are no rows of people: each engine has its own of the first, and a move sets those of the second. */
export const NOT_COPIED = ['migrations', 'instance']

/** How many rows are read and written at a time. */
export const ROWS_AT_ONCE = 2_000

/** An end of a move is used by another program. */
export class EndInUseError extends Error {
  constructor() {
    super('The database is used by another program.')
    this.name = 'EndInUseError'
  }
}
