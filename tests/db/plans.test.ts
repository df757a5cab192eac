import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Value } from '#db/engine/database.ts'
import { migrate } from '#db/engine/sqlite/migrate.ts'
import { hideParametersFromPlanner } from '#db/engine/sqlite/connection.ts'
import { DB, FILES, statementsIn, statementsOf } from '#tests/db/statements.ts'

let folder: string
let database: BetterSqlite.Database
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'latchkey-'))
  migrate(join(folder, 'it.sqlite'), join(DB, '../migrations/sqlite'))
  database = new BetterSqlite(join(folder, 'it.sqlite'))
})
afterAll(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

/** How SQLite would find the rows of a statement. */
function planOf(sql: string, values: Value[]): string[] {
  // Rows of SQLite's own: `detail` is the sentence.
  const rows = database.prepare(`explain query plan ${hideParametersFromPlanner(sql)}`).all(...values) as {
    detail: string
  }[]
  return rows.map(({ detail }) => detail)
}

/** For the embedded mailbox, on localhost only: the newest of all letters, without the decoy letters, which are swept every minute. */
const NEWEST_LETTERS = / from outbox where recipient <> \? order by seq desc limit \?$/

/** For the operator's command that ends all sessions. */
const EVERYBODY = 'select distinct user_id as "userId" from sessions'

/** For a restore, which cancels every recovery. */
const EVERY_RECOVERY = 'select distinct user_id as "userId" from recoveries'

/** For the operator’s commands that tell what depends on which secret. */
const OF_KEYS = /^select (substr\((secret|hash), 1, 8\) as key,|kind, kept from retired)/

/** All events of one person. */
const OF_DELETED_PERSON = 'delete from events where place > ? and place < ?'

/** The rows a step may touch do not grow with the number of people: those of one key or person, or a limited number. */
function isBounded(step: string, sql: string): boolean {
  if (OF_KEYS.test(sql)) return /^(SCAN|USE TEMP B-TREE FOR GROUP BY)/.test(step)
  if (/^(SCAN CONSTANT ROW|LIST SUBQUERY|(CORRELATED )?SCALAR SUBQUERY)/.test(step)) return true
  if (sql === OF_DELETED_PERSON) return step === 'SEARCH events USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)'
  // What is counted: the rows of a subquery that has a limit, and steps of its own.
  if (/^(CO-ROUTINE|SCAN) counted$/.test(step)) return sql.endsWith(' limit ?) as counted')
  if (step.startsWith('USE TEMP B-TREE')) return / where user_id = \?/.test(sql)
  if (step === 'SEARCH outbox USING COVERING INDEX outbox_in_order')
    return /\(select coalesce\(max\(seq\), 0\) \+ 1 from outbox\)/.test(sql)
  if (/^SEARCH .*\([^)]*=\?/.test(step)) return true
  if (/^SEARCH .*\([^)]*[<>]\?/.test(step)) return / limit (\?|1\b)/.test(sql)
  if (sql.startsWith(EVERY_RECOVERY)) return step === 'SCAN recoveries USING INDEX one_live_recovery'
  if (sql === EVERYBODY) return step === 'SCAN sessions USING COVERING INDEX sessions_by_use'
  return NEWEST_LETTERS.test(sql) && step === 'SCAN outbox USING INDEX outbox_in_order'
}

describe.each(FILES)('the statements of %s', (name) => {
  test('use an index and read only the rows they need', async () => {
    const statements = await statementsIn(name)
    const written = readFileSync(join(DB, name), 'utf8').match(/\b(tx|reader)\.(get|all|run)\b/g) ?? []
    expect(statements.size).toBeGreaterThanOrEqual(written.length)
    const unbounded = [...statements].flatMap(([sql, values]) => {
      const steps = planOf(sql, values).filter((step) => !isBounded(step, sql))
      return steps.map((step) => `${step}: ${sql}`)
    })
    expect(unbounded).toEqual([])
  })
})

test('a session check reads the name and the address from covering indexes, not from the tables', async () => {
  const { findLive } = await import('#db/sessions.ts')
  const [[sql = '', values = []] = []] = await statementsOf(findLive as never)
  expect(planOf(sql, values).sort()).toEqual([
    'SEARCH emails USING COVERING INDEX primary_emails (user_id=?)',
    'SEARCH sessions USING INDEX sqlite_autoindex_sessions_1 (id=?)',
    'SEARCH users USING COVERING INDEX users_with_name (id=?)',
  ])
})

test('a lookup of the primary address reads its covering index only', async () => {
  const { findPrimary } = await import('#db/emails.ts')
  const [[sql = '', values = []] = []] = await statementsOf(findPrimary as never)
  expect(planOf(sql, values)).toEqual(['SEARCH emails USING COVERING INDEX primary_emails (user_id=?)'])
})

test('a page of a person’s events is found by the person’s number and read in order', async () => {
  const { findLast, list } = await import('#db/events.ts')
  for (const work of [findLast, list]) {
    const [[sql = '', values = []] = []] = await statementsOf(work as never)
    const start = ['SCALAR SUBQUERY', 'SEARCH users USING COVERING INDEX sqlite_autoindex_users_1 (id=?)']
    expect(planOf(sql, values).map((step) => step.replace(/ \d$/, ''))).toEqual([
      'SEARCH events USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)',
      ...start,
      ...start,
    ])
  }
})

test('every foreign key has an index, so that deletions find their dependent rows', () => {
  const tables = database.prepare("select name from sqlite_schema where type = 'table'").pluck().all() as string[]
  const references = tables.flatMap((table) => {
    const keys = database.pragma(`foreign_key_list(${table})`) as { from: string }[]
    return keys.map(({ from }) => planOf(`select 1 from ${table} where ${from} = ?`, ['x']).join())
  })
  expect(references.length).toBeGreaterThan(9)
  expect(references.filter((plan) => !plan.startsWith('SEARCH'))).toEqual([])
})

describe('the search for recoveries that are due', () => {
  const planOfStep = (index: string) => [
    `SEARCH recoveries USING INDEX ${index} (<expr><?)`,
    `SEARCH recoveries USING INDEX ${index} (ready_at<?)`,
  ]

  test.each([
    ['listToRemind', 'recoveries_to_remind'],
    ['listToTell', 'recoveries_to_tell'],
    ['listToClose', 'recoveries_to_close'],
  ] as const)('%s uses an index to read only those, not all that wait', async (name, index) => {
    const recoveries = (await import('#db/recoveries.ts')) as Record<string, (...input: unknown[]) => unknown>
    const [[sql = '', values = []] = []] = await statementsOf(recoveries[name] ?? (() => undefined))
    expect(planOf(sql, values).filter((step) => planOfStep(index).includes(step))).toHaveLength(1)
  })
})
