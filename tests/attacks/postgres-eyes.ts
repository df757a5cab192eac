import { Client } from 'pg'
import { type Eyes, watch } from './database.ts'

/** Reads the servers' PostgreSQL from outside. It keeps references itself, so there are none to look for that dangle. */
export async function openPostgresEyes(url: string): Promise<Eyes> {
  const client = new Client({ connectionString: url })
  // A connection that breaks rejects the statement too.
  client.on('error', () => undefined)
  await client.connect()
  const rows = async (text: string) => {
    const found = await client.query<unknown[]>({ text, rowMode: 'array' })
    // An update moves a row to another place of its table.
    return found.rows
      .map((row) => JSON.stringify(row))
      .toSorted()
      .map((row) => JSON.parse(row) as unknown[])
  }
  return watch({
    tables: async () =>
      (await rows("select tablename from pg_tables where schemaname = 'public'")).map(([name]) => String(name)),
    rows,
    faults: async () => [],
    close: () => client.end(),
  })
}
