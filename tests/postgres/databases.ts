import { join } from 'node:path'
import type { Database as Engine } from '#db/engine/database.ts'
import { readAddress } from '#db/engine/postgres/address.ts'
import { migrate } from '#db/engine/postgres/migrate.ts'
import { openPostgres } from '#db/engine/postgres/postgres.ts'
import type { Sources } from '#db/engine/postgres/transaction.ts'
import { ask } from './ask.ts'
import { type Database, makeDatabase } from './database.ts'

const MIGRATIONS = join(import.meta.dirname, '../../migrations/postgres')
const LIMITS = { connections: 10, timeout: 10_000 }

/** The server of the run, as its superuser. Undefined in a run on SQLite. */
let server: string | undefined
let template: Promise<{ name: string; shape: string }> | undefined
/** Databases of tests that are over, without rows, for the next ones. */
const free: Database[] = []

/** Says on which server the tests of this process make their databases. */
export function useServer(url: string): void {
  server = url
}

/** Returns whether the tests of this process run on PostgreSQL. */
export function isOnPostgres(): boolean {
  return server !== undefined
}

/** Makes a database without tables. */
export function makeEmpty(): Promise<Database> {
  if (server === undefined) throw new Error('This test belongs to the project "postgres".')
  return makeDatabase(server)
}

/** Makes a database with the tables of Latchkey. `drop` empties it for the next test, unless this one changed a table. */
export async function makeMigrated(): Promise<Database> {
  template ??= makeTemplate()
  const { name, shape } = await template
  const made = free.pop() ?? (await makeDatabase(server ?? '', name))
  return {
    url: made.url,
    async drop() {
      if ((await shapeOf(made.url)) !== shape) return made.drop()
      await ask(
        made.url,
        shape
          .split(' ')
          .map((table) => `delete from ${table};`)
          .join(' '),
      )
      free.push(made)
    },
  }
}

async function makeTemplate(): Promise<{ name: string; shape: string }> {
  const { url } = await makeEmpty()
  await migrate(readAddress(url), { folder: MIGRATIONS, timeout: LIMITS.timeout })
  return { name: new URL(url).pathname.slice(1), shape: await shapeOf(url) }
}

/** The tables, and the triggers that a test may have made. */
async function shapeOf(url: string): Promise<string> {
  const [row] = await ask(
    url,
    `select string_agg(name, ' ' order by name) as shape from (
       select relname as name from pg_class
       where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'migrations'
       union all select tgname from pg_trigger where not tgisinternal) as names`,
  )
  return String(row?.shape)
}

/** Opens a database that is still being made: every call waits for it. */
export function openSoon(making: Promise<Database>, sources: Sources): Engine {
  const opened = making.then(({ url }) => openPostgres(readAddress(url), LIMITS, sources))
  return {
    read: async (work) => (await opened).read(work),
    transaction: async (work, options) => (await opened).transaction(work, options),
    close: async () => (await opened).close(),
  }
}
