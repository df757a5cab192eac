import { type Column, type CopiedRow, type CopyTarget, MARKS, type Table } from '#db/engine/copying.ts'
import type { Address } from '#db/engine/postgres/address.ts'
import { copyReader } from '#db/engine/postgres/copy-reader.ts'
import { type CopySession, listOfTables, openCopySession, refuseServers } from '#db/engine/postgres/copy-session.ts'

/**
 * Opens the migrated database that a move writes to. Everything until `keep` is one transaction, so that the server undoes
 * a move that ends in any other way. Throws `EndInUseError` if a server is connected.
 */
export async function openPostgresTarget(
  address: Address,
  { timeout, tables }: { timeout: number; tables: Table[] },
): Promise<CopyTarget> {
  const session = await openCopySession(address, timeout)
  let putOff: string[] = []
  try {
    await refuseServers(session)
    await session.ask('begin')
    await session.ask(`lock table ${listOfTables(tables)} in access exclusive mode`)
    return {
      ...copyReader(session),
      hasPeople: async () => (await session.ask('select 1 from users limit 1')).length > 0,
      async prepare() {
        await session.ask(`truncate ${listOfTables(tables)}`)
        await session.ask("set local maintenance_work_mem = '128MB'")
        putOff = await putIndexesOff(session, tables)
      },
      async insert(table, rows) {
        await session.ask(...insertOf(table, rows))
      },
      async setInstance(values) {
        for (const entry of values) await session.ask('insert into instance (name, value) values ($1, $2)', entry)
      },
      async complete() {
        for (const statement of putOff) await session.ask(statement)
        // The next person gets a number that nobody had.
        await session.ask(
          `select setval(pg_get_serial_sequence('users', 'number'), (select coalesce(max(number), 0) + 1 from users), false)`,
        )
        await session.ask('analyze')
      },
      keep: async () => void (await session.ask('commit')),
      async settle() {
        await session.ask('delete from instance where name = $1', [MARKS.arriving])
        // Where nothing was copied, the transaction of the beginning is still open.
        await session.ask('commit')
      },
      close: session.close,
    }
  } catch (fault) {
    await session.close()
    throw fault
  }
}

/**
 * Removes foreign keys, unique constraints and indexes, but no primary key, and returns the statements that make them
 * again: filling an index at once takes a part of the time. A foreign key comes last, because it needs another's index.
 */
async function putIndexesOff({ ask }: CopySession, tables: Table[]): Promise<string[]> {
  const names = [tables.map(({ name }) => `"${name}"`)]
  const constraints = await ask(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname),
       format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
     from pg_constraint where conrelid = any($1::regclass[]) and contype in ('f', 'u')
     order by contype desc, conname`,
    names,
  )
  const indexes = await ask(
    `select format('drop index %s', indexrelid::regclass), pg_get_indexdef(indexrelid)
     from pg_index where indrelid = any($1::regclass[])
       and not exists (select 1 from pg_constraint where conindid = indexrelid)`,
    names,
  )
  const all = [...indexes, ...constraints]
  for (const [drop] of all.toReversed()) await ask(String(drop))
  return all.map(([, make]) => String(make))
}

/** One statement for all rows: a list for each column. */
function insertOf({ name, columns }: Table, rows: CopiedRow[]): [string, string[]] {
  const names = columns.map((column) => `"${column.name}"`).join(', ')
  const lists = columns.map(({ type }, place) => `$${place + 1}::${type}[]`).join(', ')
  return [
    `insert into "${name}" (${names}) select * from unnest(${lists})`,
    columns.map(({ type }, place) => listOf(rows, place, type)),
  ]
}

/** Returns the values of one column as PostgreSQL writes a list (its documentation, 8.15.2 "Array Value Input"). */
function listOf(rows: CopiedRow[], place: number, type: Column['type']): string {
  const write = type === 'text' ? inQuotes : (number: string) => number
  const values = rows.map((row) => {
    const value = row[place]
    return value === null || value === undefined ? 'NULL' : write(value)
  })
  return `{${values.join(',')}}`
}

/** Few texts have a sign to escape, and looking for one takes a tenth of the time of replacing it. */
function inQuotes(text: string): string {
  const isPlain = !text.includes('"') && !text.includes('\\')
  return `"${isPlain ? text : text.replaceAll(/["\\]/g, String.raw`\$&`)}"`
}
