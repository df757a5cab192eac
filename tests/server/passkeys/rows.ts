import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Row, Value } from '#db/engine/database.ts'
import type { World } from '#server/world.ts'
import { isOnPostgres } from '#tests/postgres/databases.ts'

const TABLES = ['users', 'emails', 'passkeys', 'sessions', 'browsers', 'events', 'outbox', 'spent', 'limits'] as const
type Table = (typeof TABLES)[number]

/** The tables that a refused request may change: counters, spent ceremonies and events. */
const LASTING: Table[] = ['users', 'emails', 'passkeys', 'sessions', 'browsers', 'events', 'outbox']

/** The rows of a statement, for data that the API does not show. */
export function rows<T = Row>(world: World, sql: string, ...values: Value[]): Promise<T[]> {
  return world.db.read((reader) => reader.all<T>(sql, ...values))
}

/** The names of all tables. */
export async function tableNames(world: World): Promise<string[]> {
  const found = await rows<{ name: string }>(
    world,
    isOnPostgres()
      ? "select table_name as name from information_schema.tables where table_schema = 'public'"
      : "select name from sqlite_schema where type = 'table'",
  )
  return found.map(({ name }) => name)
}

/** Everything that is stored: all rows as JSON and, of SQLite, the bytes of its files, where deleted rows could linger. */
export async function everythingStored(world: World): Promise<Buffer> {
  const { dataDir } = world.config
  const files = readdirSync(dataDir).filter((name) => name.startsWith('latchkey.sqlite'))
  const tables = await Promise.all((await tableNames(world)).map((name) => rows(world, `select * from ${name}`)))
  return Buffer.concat([Buffer.from(JSON.stringify(tables)), ...files.map((name) => readFileSync(join(dataDir, name)))])
}

/** How many rows each table has. */
export async function rowCounts(
  world: World,
  tables: readonly Table[] = TABLES,
): Promise<Partial<Record<Table, number>>> {
  const counts = await Promise.all(
    tables.map(
      async (table) => [table, (await rows<{ n: number }>(world, `select count(*) as n from ${table}`))[0]?.n] as const,
    ),
  )
  return Object.fromEntries(counts)
}

/** Runs something that must not change people, sessions, events or letters, except the named tables. */
export async function leavingAllAsItWas<T>(
  world: World,
  work: () => Promise<T>,
  { but = [] }: { but?: Table[] } = {},
): Promise<T> {
  const tables = LASTING.filter((table) => !but.includes(table))
  const before = await contents(world, tables)
  const result = await work()
  expect(await contents(world, tables)).toEqual(before)
  return result
}

async function contents(world: World, names: Table[]): Promise<Record<string, Row[]>> {
  const tables = await Promise.all(
    names.map(async (table) => [table, await rows(world, `select * from ${table}`)] as const),
  )
  return Object.fromEntries(tables)
}

/** Runs something a number of times at the same moment. */
export function atOnce<T>(times: number, work: (index: number) => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: times }, (_, index) => work(index)))
}
