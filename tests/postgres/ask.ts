import { Client } from 'pg'

/** Sends one statement on a connection of its own, and returns the rows. */
export async function ask(url: string, sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url })
  // A connection that breaks rejects the statement too.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return (await client.query<Record<string, unknown>>(sql, values)).rows
  } finally {
    // Also after a password that was refused: a connection that hangs there keeps `drop database` waiting.
    await client.end()
  }
}
