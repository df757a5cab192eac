import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { onTestFinished } from 'vitest'
import { bootServer } from '#server/boot.ts'
import { readConfig } from '#server/config/config.ts'
import { type Running, runProgram } from '#tests/helpers/process.ts'
import type { TestWorld } from '#tests/helpers/world.ts'
import { ask } from './ask.ts'
import { makeEmpty } from './databases.ts'

export const SECRET = 'q1vRzLx8nG3bY7mTfW0cKdJ5sA9hEuPoZiXl2B4tVwM'
export const OTHER_SECRET = 'Zk3vRzLx8nG3bY7mTfW0cKdJ5sA9hEuPoZiXl2B4tV9'
const CHEAP = { memoryCost: 1_024, timeCost: 1, parallelism: 1 }
const STARTED_AT = Date.UTC(2026, 10, 21, 9, 0, 0)
const SETTINGS = { SECRET, LIMIT_SCALE: '1000', EVENTS_KEPT: '30d', SESSION_MAX: '400d', SESSION_IDLE: '400d' }

/** A new directory below a place that is removed when the test is over. */
export function newDataDir(): string {
  const place = mkdtempSync(join(tmpdir(), 'latchkey-'))
  onTestFinished(() => rmSync(place, { recursive: true, force: true }))
  return join(place, 'data')
}

/** The address of a new, empty database. */
export async function newDatabase(): Promise<string> {
  const { url, drop } = await makeEmpty()
  onTestFinished(drop)
  return url
}

/** Boots as a server does, on a data directory or with `DATABASE_URL`. Its clock is turned by hand. */
export async function bootOn(place: { DATA_DIR: string } | { DATABASE_URL: string }, turned = 0): Promise<TestWorld> {
  let now = STARTED_AT + turned
  const logged: string[] = []
  const config = readConfig({ ...SETTINGS, ...place })
  const log = (level: string, message: string) => void logged.push(`${level} ${message}`)
  const world = await bootServer(config, { hashCost: CHEAP, now: () => now, log })
  onTestFinished(() => world.db.close())
  return Object.assign(world, {
    logged,
    turnClock: (ms: number) => void (now += ms),
    restart: () => {
      throw new Error('A test of a move boots again by itself.')
    },
    environment: async () => ({ SECRET, ...place }),
  })
}

/** Starts `npm run move`. */
export function startMove(from: string, to: string, environment: Record<string, string> = { SECRET }): Running {
  const running = runProgram(process.execPath, ['cli/latchkey.mjs', 'move', '--from', from, '--to', to], environment)
  onTestFinished(() => void running.child.kill('SIGKILL'))
  return running
}

/** Runs `npm run move`, and returns its exit code and all that it printed. */
export async function move(...words: Parameters<typeof startMove>): Promise<[unknown, string]> {
  const { ended, said } = startMove(...words)
  return [await ended, said()]
}

type Dump = Record<string, unknown[]>

/** Every row and every statement that made the tables and indexes of a data directory, without the mark of a move. */
export function dumpOfDirectory(dataDir: string): Dump {
  const database = new BetterSqlite(join(dataDir, 'latchkey.sqlite'), { fileMustExist: true })
  try {
    const tables = database.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[]
    const rowsIn = (table: string) => database.prepare(`select * from "${table}"`).safeIntegers().raw().all()
    const dump = tables.map((table) => [table, textsOf(rowsIn(table))])
    const made = database.prepare('select name, sql from sqlite_schema').raw().all()
    return { ...Object.fromEntries(dump), made: textsOf(made) }
  } finally {
    database.close()
  }
}

/** The same of a database of PostgreSQL. */
export async function dumpOfDatabase(url: string): Promise<Dump> {
  const tables = await ask(
    url,
    "select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
  )
  const dump: Dump = {}
  for (const { name } of tables) {
    const rows = await ask(url, `select row_to_json(it)::text as it from "${String(name)}" as it`)
    dump[String(name)] = textsOf(rows.map(({ it }) => it))
  }
  const made = await ask(
    url,
    `select pg_get_indexdef(indexrelid) as it from pg_index where indrelid::regclass::text !~ '^pg_'
     union all select conrelid::regclass || conname || pg_get_constraintdef(oid) from pg_constraint
     where connamespace = 'public'::regnamespace`,
  )
  return { ...dump, made: textsOf(made.map(({ it }) => it)) }
}

/** The mark is what a move changes in its source. */
function textsOf(rows: unknown[]): string[] {
  return rows
    .map((row) => JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)))
    .filter((text) => !text.includes('"moved"') && !text.includes('\\"moved\\"'))
    .sort()
}
