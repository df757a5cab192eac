import { Client } from 'pg'
import { openHouse } from '#tests/instances/house.ts'
import { startPostgres } from '#tests/postgres/server.ts'
import { openPostgresEyes } from './postgres-eyes.ts'
import type { Target } from './server.ts'

const INSTANCES = 2

/** Runs something against two instances on one PostgreSQL behind a proxy, all of which end with it. */
export async function withHouse<T>(
  work: (target: Target) => Promise<T>,
  environment: Record<string, string>,
): Promise<T> {
  const postgres = await startPostgres()
  const { url } = postgres
  try {
    const house = await openHouse({ urls: Array.from({ length: INSTANCES }, () => url), environment })
    const [first] = house.instances
    if (!first) throw new Error('A house has instances.')
    let turn = 0
    const target: Target = {
      origin: house.origin,
      port: house.port,
      dataDir: first.dataDir,
      running: first,
      all: () => house.instances,
      async start() {
        await house.start(turn % INSTANCES)
        target.running = house.instances[0] ?? first
      },
      async kill() {
        turn += 1
        await house.kill(turn % INSTANCES)
      },
      openEyes: () => openPostgresEyes(url),
      lock: () => lockPostgres(url),
    }
    try {
      return await work(target)
    } finally {
      await house.close()
    }
  } finally {
    await postgres.stop()
  }
}

/** Takes a lock on every table that lets others read and nobody else write. */
async function lockPostgres(url: string): Promise<() => Promise<void>> {
  const client = new Client({ connectionString: url })
  // A connection that breaks rejects the statement too.
  client.on('error', () => undefined)
  await client.connect()
  const { rows } = await client.query<{ tables: string }>(
    "select string_agg(quote_ident(tablename), ', ') as tables from pg_tables where schemaname = 'public'",
  )
  await client.query(`begin; lock table ${rows[0]?.tables ?? ''} in exclusive mode`)
  let held = true
  return async () => {
    if (!held) return
    held = false
    await client.query('commit')
    await client.end()
  }
}
