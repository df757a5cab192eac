import type { Address } from '#db/engine/postgres/address.ts'
import { type Limits, openPools } from '#db/engine/postgres/pools.ts'

/** What a PostgreSQL says of itself. `version` as a number, like 160003, and `shown` as people write it. */
export type ServerFacts = { version: number; shown: string; most: number; used: number }

/** Asks a PostgreSQL for its version and its connections. Rejects with a `DatabaseUnavailableError`. */
export async function readServer(address: Address, { timeout }: Pick<Limits, 'timeout'>): Promise<ServerFacts> {
  const pools = openPools(address, { connections: 1, timeout }, 'read')
  try {
    const client = await pools.connect()
    try {
      const { rows } = await client.query<ServerFacts>(
        `select current_setting('server_version_num')::int as version, current_setting('server_version') as shown,
           current_setting('max_connections')::int as most, (select count(*)::int from pg_stat_activity
           where backend_type = 'client backend') as used`,
      )
      const [facts] = rows
      if (!facts) throw new Error('PostgreSQL answered without a row.')
      return facts
    } finally {
      client.release(true)
    }
  } finally {
    await pools.end()
  }
}
