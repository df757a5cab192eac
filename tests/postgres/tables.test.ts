import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { migrate } from '#db/engine/sqlite/migrate.ts'
import { ask } from './ask.ts'
import { makeMigrated } from './databases.ts'

const MIGRATIONS = join(import.meta.dirname, '../../migrations')

/** Each table with its columns, the indexes that were given a name, and what may not be null. */
type Shape = { columns: string[]; indexes: string[] }

function shapeOnSqlite(): Shape {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'it.sqlite')
  migrate(file, join(MIGRATIONS, 'sqlite'))
  const database = new BetterSqlite(file)
  onTestFinished(() => void database.close())
  const columns = database
    .prepare(
      `select tables.name || '.' || columns.name || ' ' || lower(columns.type) ||
         case when columns."notnull" = 1 or columns.pk > 0 then ' not null' else '' end
       from sqlite_schema as tables join pragma_table_info(tables.name) as columns
       where tables.type = 'table' and tables.name not like 'sqlite%'`,
    )
    .pluck()
    .all() as string[]
  const indexes = database.prepare("select name from sqlite_schema where type = 'index' and sql is not null").pluck()
  return {
    columns: columns.map((column) => column.replace(' integer', ' bigint')).sort(),
    indexes: (indexes.all() as string[]).sort(),
  }
}

async function shapeOnPostgres(): Promise<Shape> {
  const { url, drop } = await makeMigrated()
  onTestFinished(drop)
  const columns = await ask(
    url,
    `select table_name || '.' || column_name || ' ' || data_type ||
       case when is_nullable = 'NO' then ' not null' else '' end as it
     from information_schema.columns where table_schema = 'public'`,
  )
  const indexes = await ask(
    url,
    `select indexname as it from pg_indexes where schemaname = 'public' and indexname !~ '_(pkey|key)$'`,
  )
  const sorted = (rows: Record<string, unknown>[]) => rows.map(({ it }) => String(it)).sort()
  return { columns: sorted(columns), indexes: sorted(indexes) }
}

test('both engines have the same scripts, which end in the same tables, columns and indexes', async () => {
  const names = (engine: string) => readdirSync(join(MIGRATIONS, engine)).sort()
  expect(names('postgres')).toEqual(names('sqlite'))
  expect(await shapeOnPostgres()).toEqual(shapeOnSqlite())
})

test('every text is compared by its bytes, whatever the language of the database is', async () => {
  const { url, drop } = await makeMigrated()
  onTestFinished(drop)
  const others = await ask(
    url,
    `select table_name || '.' || column_name as it from information_schema.columns
     where table_schema = 'public' and data_type = 'text' and collation_name is distinct from 'C'`,
  )
  expect(others).toEqual([])
})

test('every foreign key has an index, so that deletions find their dependent rows', async () => {
  const { url, drop } = await makeMigrated()
  onTestFinished(drop)
  const keys = await ask(
    url,
    `select conrelid::regclass::text as "table", exists (
       select 1 from pg_index where indrelid = conrelid and indkey[0] = conkey[1] and indpred is null
     ) as found from pg_constraint where contype = 'f'`,
  )
  expect(keys.length).toBeGreaterThan(9)
  expect(keys.filter(({ found }) => found !== true)).toEqual([])
})
