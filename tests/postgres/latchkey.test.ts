import { join } from 'node:path'
import { expect, test } from 'vitest'
import { latchkey, latchkeyJson, makeFolder } from '#tests/cli/latchkey.ts'
import { signUpEquipped } from '#tests/server/second-factor/steps.ts'
import { ask } from './ask.ts'
import { bootOn, newDataDir, newDatabase, OTHER_SECRET, SECRET } from './move-steps.ts'

type Finding = { name: string; state: string; sentence: string }

/** Runs the checks, and returns what each found, by its name. */
async function check(environment: Record<string, string>): Promise<Record<string, Finding | undefined>> {
  const { data } = await latchkeyJson(['check'], environment)
  // The shape of what is printed.
  return Object.fromEntries((data.checks as Finding[]).map((finding) => [finding.name, finding]))
}

test('latchkey keys list counts what depends on each secret in PostgreSQL', async () => {
  const url = await newDatabase()
  await signUpEquipped(await bootOn({ DATABASE_URL: url }))
  const environment = { DATABASE_URL: url, SECRET: `${OTHER_SECRET},${SECRET}` }
  const nothing = { apps: 0, passwords: 0, backupCodes: 0, kept: 0 }
  expect(await latchkeyJson(['keys', 'list'], environment)).toMatchObject({
    code: 0,
    data: {
      secrets: [{ rows: nothing }, { rows: { apps: 1, passwords: 1, backupCodes: 10, kept: 0 } }],
      unknown: nothing,
    },
  })
})

test('latchkey check tells the version and the connections of PostgreSQL, and changes nothing', async () => {
  const url = await newDatabase()
  const environment = { DATABASE_URL: url, SECRET, DATA_DIR: join(makeFolder(), 'none') }
  const before = await check(environment)
  expect(before.migrations).toMatchObject({
    state: 'warn',
    sentence: expect.stringContaining('from 0001_people.sql on'),
  })
  expect(await ask(url, `select relname from pg_class where relnamespace = 'public'::regnamespace`)).toEqual([])

  const world = await bootOn({ DATABASE_URL: url })
  await signUpEquipped(world)
  expect(await check(environment)).toMatchObject({
    database: {
      state: 'ok',
      sentence: expect.stringMatching(/^PostgreSQL \d+\S* answers, with \d+ of \d+ connections in use\.$/),
    },
    migrations: { state: 'ok' },
    'rp-id': { state: 'ok', sentence: 'The passkeys belong to localhost, which suits ORIGIN.' },
    secrets: { state: 'ok' },
    disk: { state: 'ok', sentence: 'DATA_DIR is not used.' },
  })
  const crowded = await check({ ...environment, INSTANCES: '900' })
  expect(crowded.database).toMatchObject({ state: 'warn', sentence: expect.stringContaining('raise max_connections') })

  const other = { ...environment, SECRET: OTHER_SECRET }
  expect((await check(other)).secrets).toMatchObject({ state: 'fail' })
  expect(await ask(url, `select value from instance where name = 'secret'`)).toEqual([
    { value: world.keys.session[0].id },
  ])
})

test('latchkey check names a PostgreSQL that does not answer, and never its password', async () => {
  const address = 'postgres://latchkey:hidden-password@127.0.0.1:1/latchkey'
  const found = await check({ DATABASE_URL: address, SECRET })
  expect(found.database).toMatchObject({ state: 'fail', sentence: expect.stringContaining('127.0.0.1:1') })
  expect(JSON.stringify(found)).not.toContain('hidden-password')
})

test.each(['backup', 'restore'])('latchkey %s leaves PostgreSQL to its own tools', async (name) => {
  const { code, out, err } = await latchkey([name, '/nowhere'], { DATABASE_URL: await newDatabase(), SECRET })
  expect([code, out, err]).toEqual([
    1,
    '',
    expect.stringMatching(/^DATABASE_URL is set: (back up|restore) PostgreSQL with pg_/),
  ])
})

test('latchkey move tells programs what it moved, without a password', async () => {
  const dataDir = newDataDir()
  const world = await bootOn({ DATA_DIR: dataDir })
  await signUpEquipped(world)
  await world.db.close()
  const url = await newDatabase()
  const { code, out } = await latchkey(['move', '--json', '--from', `sqlite:${dataDir}`, '--to', url], { SECRET })
  expect([code, JSON.parse(out)]).toEqual([
    0,
    {
      from: `sqlite:${dataDir}`,
      to: expect.stringMatching(/^postgres:\/\/[^:]+@127\.0\.0\.1:\d+\/\w+$/),
      proof: 'an app',
      tables: expect.any(Number),
      rows: expect.any(Number),
      people: 1,
      finished: false,
    },
  ])
})
