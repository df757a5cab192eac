import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { preparedOf } from '#db/engine/postgres/statements.ts'
import { FILES, statementsIn } from '#tests/db/statements.ts'
import { makeMigrated } from './databases.ts'

let client: pg.Client
let drop: () => Promise<void>
beforeAll(async () => {
  const database = await makeMigrated()
  drop = database.drop
  client = new pg.Client({ connectionString: database.url })
  await client.connect()
  // The tables are empty, and reading all of an empty table is cheapest. Now it means that there is no index.
  await client.query('set enable_seqscan = off; set plan_cache_mode = force_generic_plan')
})
afterAll(async () => {
  await client.end()
  await drop()
})

/** How PostgreSQL would find the rows of a statement, whatever its values are. */
async function planOf(sql: string): Promise<string[]> {
  const { text } = preparedOf(sql)
  await client.query(`prepare it as ${text}`)
  try {
    const { rows } = await client.query<{ count: string }>(
      "select cardinality(parameter_types) as count from pg_prepared_statements where name = 'it'",
    )
    const count = Number(rows[0]?.count)
    const values = count === 0 ? '' : `(${Array.from({ length: count }, () => 'null').join(', ')})`
    const plan = await client.query<Record<string, string>>(`explain execute it${values}`)
    return plan.rows.map((row) => (row['QUERY PLAN'] ?? '').trim())
  } finally {
    await client.query('deallocate it')
  }
}

/** For the operator’s commands that end all sessions and recoveries, and that count what depends on secrets, and for the newest letters of the embedded mailbox. */
const OF_ALL = [
  'select distinct user_id as "userId" from sessions',
  /^select distinct user_id as "userId" from recoveries/,
  /^select (substr\((secret|hash), 1, 8\) as key,|kind, kept from retired)/,
  // A few hundred rows of administrators.
  / from (groups|group_domains|app_roles|policies|service_keys) order by /,
  'select count(*) as "count" from groups',
  /^select .* from outbox where recipient <> \? order by seq desc limit \?$/,
]

describe.each(FILES)('the statements of %s', (name) => {
  test('are understood by PostgreSQL, and find their rows by an index', async () => {
    const statements = [...(await statementsIn(name)).keys()]
    expect(statements.length).toBeGreaterThan(0)
    const readAll: string[] = []
    for (const sql of statements) {
      const plan = await planOf(sql)
      const isOfAll = OF_ALL.some((known) => (typeof known === 'string' ? known === sql : known.test(sql)))
      if (!isOfAll && plan.some((step) => step.includes('Seq Scan'))) readAll.push(`${plan.join(' / ')}: ${sql}`)
    }
    expect(readAll).toEqual([])
  })
})

test('the newest event of a person is found by the end of its range', async () => {
  const [sql = ''] = [...(await statementsIn('events.ts')).keys()]
  const plan = await planOf(sql)
  expect(plan.join(' ')).toContain('Index Scan Backward using events_pkey')
  expect(plan.join(' ')).toContain('Index Cond: ((place > ')
})
