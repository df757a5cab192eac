import BetterSqlite from 'better-sqlite3'
import { type Column, NOT_COPIED, type Table } from '#db/engine/copying.ts'
import { readScripts } from '#db/engine/scripts.ts'
import type { Connection } from '#db/engine/sqlite/connection.ts'

/**
 * Returns the tables that these migrations end in, each after those that it refers to. The migrations of PostgreSQL end in
 * the same ones.
 */
export function readTables(migrations: string): Table[] {
  const database = new BetterSqlite(':memory:')
  try {
    for (const { sql } of readScripts(migrations)) database.exec(sql)
    return tablesOf(database)
  } finally {
    database.close()
  }
}

function tablesOf(database: Connection): Table[] {
  // Rows of SQLite's own: a name each.
  const names = database
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite%' order by name")
    .pluck()
    .all() as string[]
  const tables = names.filter((name) => !NOT_COPIED.includes(name)).map((name) => tableOf(database, name))
  const needed = new Map(tables.map(({ name }) => [name, referredBy(database, name)]))
  return inOrder(tables, needed)
}

function tableOf(database: Connection, name: string): Table {
  // A row of SQLite's own for each column; `pk` is the column's place in the key, from 1.
  const columns = database.prepare('select name, type, pk from pragma_table_info(?)').all(name) as {
    name: string
    type: string
    pk: number
  }[]
  return {
    name,
    columns: columns.map((column) => ({ name: column.name, type: typeOf(column.type) })),
    key: columns
      .filter(({ pk }) => pk > 0)
      .sort((a, b) => a.pk - b.pk)
      .map((column) => column.name),
  }
}

function typeOf(type: string): Column['type'] {
  if (type.toLowerCase() === 'text') return 'text'
  if (type.toLowerCase() === 'integer') return 'bigint'
  throw new Error(`No move can copy a column of the type ${type}.`)
}

function referredBy(database: Connection, name: string): string[] {
  // Names of tables, as above.
  return database.prepare('select distinct "table" from pragma_foreign_key_list(?)').pluck().all(name) as string[]
}

function inOrder(tables: Table[], needed: Map<string, string[]>): Table[] {
  const sorted: Table[] = []
  const isThere = (name: string) => sorted.some((table) => table.name === name)
  while (sorted.length < tables.length) {
    const ready = tables.filter(
      ({ name }) => !isThere(name) && needed.get(name)?.every((other) => other === name || isThere(other)),
    )
    if (ready.length === 0) throw new Error('The tables refer to each other in a circle.')
    sorted.push(...ready)
  }
  return sorted
}
