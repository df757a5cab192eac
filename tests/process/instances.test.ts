import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runGroup } from '#tests/attacks/groups.ts'
import { signIn } from '#tests/helpers/people.ts'
import { openHouse } from '#tests/instances/house.ts'
import { ask } from '#tests/postgres/ask.ts'
import { expectSound, sharePostgres, startHouse } from '#tests/process/instances.ts'
import { browse, signUpAt } from '#tests/process/people.ts'
import { ROOT } from '#tests/process/server.ts'

const DAY_SECONDS = 86_400
const database = sharePostgres()

test('two instances that start at the same moment on an empty database migrate it once, and both serve', async () => {
  const { url } = await database()
  const house = await startHouse({ urls: [url, url] })
  const scripts = readdirSync(join(ROOT, 'migrations/postgres')).toSorted()
  expect((await ask(url, 'select name from migrations order by name')).map(({ name }) => name)).toEqual(scripts)

  const { authenticator, client } = await signUpAt(house, 'ada@example.org')
  // One after the other, so that each instance opens a session of its own and answers for that of the other.
  for (let round = 0; round < 4; round += 1) {
    expect((await client.get('/api/session')).status).toBe(200)
    const browser = browse(house)
    expect((await signIn(browser, authenticator)).status).toBe(200)
    for (let asked = 0; asked < 2; asked += 1) expect((await browser.get('/api/session')).status).toBe(200)
  }
  const [one = 0, other = 0] = house.balancer.given()
  expect(Math.min(one, other)).toBeGreaterThan(8)
  expect(Math.abs(one - other)).toBeLessThanOrEqual(1)
  expectSound(house)
})

test('a clock that is turned at one instance is turned at the other at the next request', async () => {
  const { url } = await database()
  const house = await startHouse({ urls: [url, url] })
  const clock = async (advance: number) =>
    Number((await browse(house).post('/api/testing/clock', { advance })).body.now)
  for (let day = 1; day < 6; day += 1) {
    const turned = await clock(DAY_SECONDS)
    const seen = await clock(0)
    expect(seen - turned).toBeGreaterThanOrEqual(0)
    expect(seen - turned).toBeLessThan(30_000)
    expect(Math.round((seen - Date.now()) / (DAY_SECONDS * 1_000))).toBe(day)
  }
  expect(Math.min(...house.balancer.given())).toBeGreaterThanOrEqual(5)
})

test('a session that is ended at one instance is over at the other at the next request', async () => {
  const { url } = await database()
  const house = await startHouse({ urls: [url, url] })
  const { client } = await signUpAt(house, 'ada@example.org')
  const copy = client.copy()
  for (let asked = 0; asked < 4; asked += 1) expect((await copy.get('/api/session')).status).toBe(200)
  expect((await client.delete('/api/session')).status).toBe(204)
  for (let asked = 0; asked < 4; asked += 1) expect((await copy.get('/api/session')).status).toBe(401)
})

test('W19 of fifty uses of a one-time thing at the same moment at two instances, one succeeds', async () => {
  const tally = await runGroup('races', { full: false, seed: 1, engine: 'postgres' })
  expect(tally.notes).toEqual([])
  expect(tally).toMatchObject({ changed: 0, faults: 0, unlisted: 0, lost: 0, passed: 0 })
  expect(tally.cases).toBeGreaterThan(100)
})

test('a group that does not attack PostgreSQL is not run on it', async () => {
  await expect(runGroup('inputs', { full: false, seed: 1, engine: 'postgres' })).rejects.toThrow('does not attack')
})

test('a house whose instance does not start says why, and leaves nothing', async () => {
  const { url } = await database()
  await expect(openHouse({ urls: [url, url], own: [{}, { SECRET: 'short' }] })).rejects.toThrow('SECRET')
  expect(
    await ask(url, "select from pg_stat_activity where application_name = 'latchkey' and datname = current_database()"),
  ).toEqual([])
})
