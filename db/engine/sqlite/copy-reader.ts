import { type CopyEnd, type CopiedRow, type Cut, ROWS_AT_ONCE, type Table } from '#db/engine/copying.ts'
import type { Connection } from '#db/engine/sqlite/connection.ts'

/** Returns how one end of a move reads from SQLite. `open` returns the connection of the moment. */
export function copyReader(open: () => Connection): Omit<CopyEnd, 'close'> {
  return {
    // Rows of our own statements, whose types can only be asserted here.
    count: async ({ name }) => open().prepare(`select count(*) from "${name}"`).pluck().get() as number,
    rows: (table) => rowsOf(open(), table),
    async cuts(people) {
      const find = open().prepare('select seq, hash from event_cuts where user_id = ?')
      const found = people.map((person) => [person, find.get(person)] as [string, Cut | undefined])
      return new Map(found.filter((entry): entry is [string, Cut] => entry[1] !== undefined))
    },
    async instance() {
      return new Map(open().prepare('select name, value from instance').raw().all() as [string, string][])
    },
  }
}

/** Numbers are read as text, because some are greater than those that JavaScript holds exactly. */
async function* rowsOf(database: Connection, { name, columns, key }: Table): AsyncGenerator<CopiedRow[]> {
  const list = columns.map((column) => (column.type === 'text' ? `"${column.name}"` : `cast("${column.name}" as text)`))
  const order = key.map((column) => `"${name}"."${column}"`).join(', ')
  const all = database
    .prepare(`select ${list.join(', ')} from "${name}" order by ${order}`)
    .raw()
    .iterate()
  let batch: CopiedRow[] = []
  for (const row of all) {
    // As above.
    batch.push(row as CopiedRow)
    if (batch.length < ROWS_AT_ONCE) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
