import { setTimeout as pause } from 'node:timers/promises'
import { expect, onTestFinished, test, vi } from 'vitest'
import { whatIsLost } from '#tests/attacks/load.ts'
import { startPair } from '#tests/postgres/pair.ts'
import { childrenOf } from '#tests/postgres/processes.ts'
import { startPostgres } from '#tests/postgres/server.ts'
import { expectOnlyAway, expectSound, startHouse, startLoad, watchWrites } from '#tests/process/instances.ts'
import { signUpAt } from '#tests/process/people.ts'

/** In testing mode a request reads the clock first: twice the limit of a statement, a second each, and a busy machine. */
const LONGEST_MS = 2 * 3_000 + 3_000
/** Enough for every person of the load to be in the middle of something. */
const ANSWERS = 40
const PATIENCE = { timeout: 30_000, interval: 20 }

test('V2.3.3 V16.5.3 a PostgreSQL killed under load is told as unavailable, and when it is back, the same processes serve again', async () => {
  const postgres = await startPostgres({ durable: true })
  onTestFinished(() => postgres.stop())
  const house = await startHouse({ urls: [postgres.url, postgres.url] })
  const [load, watch] = [startLoad(house), watchWrites(house)]
  await vi.waitFor(() => expect(load.ledger.answered).toBeGreaterThan(ANSWERS), PATIENCE)

  postgres.kill()
  await pause(3_000)
  await postgres.start()
  const back = watch.since()
  const answered = load.ledger.answered
  await vi.waitFor(() => expect(watch.told.some(({ status, at }) => status === 202 && at > back)).toBe(true), PATIENCE)
  await vi.waitFor(() => expect(load.ledger.answered).toBeGreaterThan(answered + ANSWERS), PATIENCE)
  await Promise.all([load.stop(), watch.stop()])

  expectOnlyAway(load.ledger, watch.told)
  expect(watch.told.filter(({ status }) => status !== 202).length).toBeGreaterThan(2)
  expect(await whatIsLost(house, load.ledger)).toEqual([])
  expectSound(house)
})

test('V16.5.3 while PostgreSQL is killed or stands still, pages and routes tell it with 503 and Retry-After, and nothing waits long', async () => {
  const postgres = await startPostgres({ durable: true })
  onTestFinished(() => postgres.stop())
  const open = await startHouse({ urls: [postgres.url, postgres.url], environment: { DATABASE_TIMEOUT: '2s' } })
  const { client } = await signUpAt(open, 'ada@example.org')
  const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const ask = async (path: string) => {
    const asked = performance.now()
    const answer = await fetch(open.origin + path, { headers: { cookie }, redirect: 'manual' })
    const told = { path, status: answer.status, retryAfter: answer.headers.get('retry-after') }
    await answer.text()
    expect(performance.now() - asked, path).toBeLessThan(LONGEST_MS)
    return told
  }
  const paths = ['/account', '/account/passkeys', '/recover/cancel/none', '/api/session', '/api/health']
  const served = paths.map((path) => ({ path, status: 200, retryAfter: null }))
  const away = paths.map((path) => ({ path, status: 503, retryAfter: '5' }))
  expect(await Promise.all(paths.map(ask))).toEqual(served)

  const processes = [postgres.pid, ...childrenOf(postgres.pid)]
  for (const pid of processes) process.kill(pid, 'SIGSTOP')
  const frozen = await Promise.all(paths.map(ask)).finally(() => {
    for (const pid of processes) process.kill(pid, 'SIGCONT')
  })
  expect(frozen).toEqual(away)
  await expect.poll(() => Promise.all(paths.map(ask)), PATIENCE).toEqual(served)

  postgres.kill()
  expect(await Promise.all(paths.map(ask))).toEqual(away)
  await postgres.start()
  await expect.poll(() => Promise.all(paths.map(ask)), PATIENCE).toEqual(served)
  expectSound(open)
})

test('V2.3.3 when the primary is killed under load and its standby promoted, both instances find it, and nothing that was answered is lost', async () => {
  const pair = await startPair()
  onTestFinished(() => pair.stop())
  const url = pair.primary.url.replace(/@[^/]+/, `$&,127.0.0.1:${pair.standby.port}`)
  const house = await startHouse({ urls: [url, url] })
  const [load, watch] = [startLoad(house), watchWrites(house)]
  await vi.waitFor(() => expect(load.ledger.answered).toBeGreaterThan(ANSWERS), PATIENCE)

  pair.primary.kill()
  const killed = watch.since()
  await pair.promote()
  const promoted = watch.since()
  const answered = load.ledger.answered
  await vi.waitFor(
    () => expect(watch.told.filter(({ status, at }) => status === 202 && at > promoted).length).toBeGreaterThan(3),
    PATIENCE,
  )
  await vi.waitFor(() => expect(load.ledger.answered).toBeGreaterThan(answered + ANSWERS), PATIENCE)
  await Promise.all([load.stop(), watch.stop()])

  const first = watch.told.find(({ status, at }) => status === 202 && at > promoted)?.at ?? Infinity
  console.info(
    `The standby was promoted ${Math.round(promoted - killed)} ms after the kill, and a write was answered ${Math.round(first - killed)} ms after it.`,
  )
  expect(first - promoted).toBeLessThan(10_000)
  expectOnlyAway(load.ledger, watch.told)
  expect(await whatIsLost(house, load.ledger)).toEqual([])
  expectSound(house)
})
