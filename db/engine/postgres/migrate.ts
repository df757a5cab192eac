import type { PoolClient } from 'pg'
import { type Applied, pendingOf, readScripts } from '#db/engine/scripts.ts'
import type { Address } from '#db/engine/postgres/address.ts'
import { openPools } from '#db/engine/postgres/pools.ts'

/** Whoever migrates this database holds the lock of this name, which is any number, until the transaction ends. */
const LOCK = 'select pg_advisory_xact_lock(5399250025)'
const TABLE =
  'create table if not exists migrations (name text collate "C" primary key, checksum text collate "C" not null)'
const DAY_MS = 86_400_000

type Options = { folder: string; timeout: number }

/**
 * Applies the scripts of a folder that were not applied to this database yet, in the order of their names, and returns
 * the names of those that ran. Each runs in one transaction that also stores that it ran. An instance that starts at the
 * same time waits. Refuses a script that was changed after it was applied, and a database with a script that this version
 * does not have. `timeout` (milliseconds) is for the connection, not for the scripts.
 */
export function migrate(address: Address, { folder, timeout }: Options): Promise<string[]> {
  const scripts = readScripts(folder)
  return connected(address, timeout, async (client) => {
    const ran: string[] = []
    for (;;) {
      await run(client, `begin; set local statement_timeout = 0; set local lock_timeout = 0; ${LOCK}`)
      await run(client, TABLE)
      const [next] = pendingOf(scripts, await appliedTo(client))
      if (next) {
        await run(client, next.sql)
        await client.query('insert into migrations (name, checksum) values ($1, $2)', [next.name, next.checksum])
        ran.push(next.name)
      }
      await run(client, 'commit')
      if (!next) return ran
    }
  })
}

/** Returns the names of the scripts that were not applied to this database yet, and changes nothing. */
export function pendingMigrations(address: Address, { folder, timeout }: Options): Promise<string[]> {
  const scripts = readScripts(folder)
  return connected(address, timeout, async (client) => {
    const { rows } = await client.query<{ name: string | null }>("select to_regclass('migrations')::text as name")
    const applied = rows[0]?.name ? await appliedTo(client) : []
    return pendingOf(scripts, applied).map(({ name }) => name)
  })
}

/** Returns whether none of the scripts of a folder was applied to this database yet, because it is new. */
export async function isNew(address: Address, options: Options): Promise<boolean> {
  return (await pendingMigrations(address, options)).length === readScripts(options.folder).length
}

async function appliedTo(client: PoolClient): Promise<Applied[]> {
  return (await client.query<Applied>('select name, checksum from migrations')).rows
}

async function connected<T>(address: Address, timeout: number, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const pools = openPools(address, { connections: 1, timeout }, 'write')
  try {
    const client = await pools.connect()
    try {
      return await work(client)
    } finally {
      client.release(true)
    }
  } finally {
    await pools.end()
  }
}

/** A migration may take as long as it needs. */
async function run(client: PoolClient, text: string): Promise<void> {
  // The type of a statement does not know the option that its documentation has.
  const query: { text: string; query_timeout: number } = { text, query_timeout: DAY_MS }
  await client.query(query)
}
