import { type CopyEnd, type CopiedRow, ROWS_AT_ONCE, type Table } from '#db/engine/copying.ts'
import type { CopySession } from '#db/engine/postgres/copy-session.ts'

/** Returns how one end of a move reads from PostgreSQL, inside the open transaction of its session. */
export function copyReader(session: CopySession): Omit<CopyEnd, 'close'> {
  return {
    async count({ name }) {
      const [row] = await session.ask(`select count(*) from "${name}"`)
      return Number(row?.[0])
    },
    rows: (table) => rowsOf(session, table),
    async cuts(people) {
      const rows = await session.ask('select user_id, seq, hash from event_cuts where user_id = any($1)', [people])
      return new Map(rows.map(([person, seq, hash]) => [String(person), { seq: Number(seq), hash: String(hash) }]))
    },
    async instance() {
      const rows = await session.ask('select name, value from instance')
      return new Map(rows.map(([name, value]) => [String(name), String(value)]))
    },
  }
}

/** Fetches the next rows while the caller works on the last ones. */
async function* rowsOf(session: CopySession, { name, columns, key }: Table): AsyncGenerator<CopiedRow[]> {
  const list = columns.map((column) => `"${column.name}"`).join(', ')
  const order = key.map((column) => `"${column}"`).join(', ')
  await session.ask(`declare copied no scroll cursor for select ${list} from "${name}" order by ${order}`)
  const fetch = () => {
    const rows = session.ask(`fetch ${ROWS_AT_ONCE} from copied`)
    // It is awaited below, unless the caller has stopped reading.
    rows.catch(() => undefined)
    return rows
  }
  try {
    for (let next = fetch(); ; ) {
      const rows = await next
      if (rows.length === 0) return
      next = fetch()
      yield rows
    }
  } finally {
    // After a fault the cursor is gone with its transaction.
    await session.ask('close copied').catch(() => undefined)
  }
}
