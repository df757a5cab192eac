import { describe, expect, test } from 'vitest'
import { SESSION } from '#tests/helpers/cookie-names.ts'
import { houseKeep } from '#server/housekeeping.ts'
import { writeSeen } from '#server/sessions/seen.ts'
import { type Client, makeClient } from '#tests/helpers/client.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'

const SECOND = 1_000
const DAY = 86_400 * SECOND

/** Requests the session, and waits until its last use is stored. */
async function use(world: TestWorld, client: Client) {
  const answer = await client.get('/api/session')
  await writeSeen(world)
  return answer
}

test.each([6, 1])('S9 a session used every %i days lives for thirty days, to the millisecond', async (days) => {
  const world = makeWorld()
  const { client } = await signUp(world)
  for (let day = 0; day < 30 - days; day += days) {
    world.turnClock(days * DAY)
    expect(await use(world, client)).toMatchObject({ status: 200 })
  }
  world.turnClock(days * DAY - 1)
  expect(await use(world, client)).toMatchObject({ status: 200 })
  world.turnClock(1)
  expect(await use(world, client)).toMatchObject({ status: 401, body: { code: 'not_signed_in' } })
})

test('S9 an unused session lives for seven days, to the millisecond', async () => {
  const world = makeWorld()
  const { client, authenticator } = await signUp(world)
  const other = makeClient(world)
  await signIn(other, authenticator)
  world.turnClock(7 * DAY - 1)
  expect(await use(world, client)).toMatchObject({ status: 200 })
  world.turnClock(1)
  expect(await use(world, other)).toMatchObject({ status: 401 })
  expect(await use(world, client)).toMatchObject({ status: 200 })
})

test('S9 an idle session that expired stays refused and is in no list', async () => {
  const world = makeWorld()
  const { client, authenticator } = await signUp(world)
  const idle = makeClient(world)
  await signIn(idle, authenticator)
  world.turnClock(6 * DAY)
  await use(world, client)
  world.turnClock(1 * DAY)
  for (const _ of [1, 2]) expect(await use(world, idle)).toMatchObject({ status: 401 })
  expect((await client.get('/api/sessions')).body.sessions).toHaveLength(1)
})

test('S9 the operator configures both limits', async () => {
  const world = makeWorld({ SESSION_IDLE: '30m', SESSION_MAX: '50m' })
  const { client } = await signUp(world)
  world.turnClock(30 * 60 * SECOND - 1)
  expect(await use(world, client)).toMatchObject({ status: 200 })
  world.turnClock(20 * 60 * SECOND)
  expect(await use(world, client)).toMatchObject({ status: 200 })
  world.turnClock(1)
  expect(await use(world, client)).toMatchObject({ status: 401 })
})

test('N23 the cookie expires with the session, and the server does not rely on it', async () => {
  const world = makeWorld()
  const { authenticator } = await signUp(world)
  const client = makeClient(world)
  const answer = await signIn(client, authenticator)
  expect(answer.headers.getSetCookie().find((line) => line.startsWith(`${SESSION}=`))).toContain(
    `Max-Age=${30 * 86_400}`,
  )
  expect((await client.get('/api/session')).body).toMatchObject({ session: { expiresAt: world.now() + 30 * DAY } })
})

describe('the last use of a session', () => {
  /** The stored value, once it is written. */
  async function lastSeen(world: TestWorld) {
    await writeSeen(world)
    return rows(world, 'select last_seen_at from sessions')
  }

  test('is stored at most once a minute', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const begun = world.now()
    world.turnClock(60 * SECOND - 1)
    await client.get('/api/session')
    expect(await lastSeen(world)).toEqual([{ last_seen_at: begun }])
    world.turnClock(1)
    await client.get('/api/session')
    expect(await lastSeen(world)).toEqual([{ last_seen_at: begun + 60 * SECOND }])
    world.turnClock(59 * SECOND)
    await client.get('/api/session')
    expect(await lastSeen(world)).toEqual([{ last_seen_at: begun + 60 * SECOND }])
  })

  test('never goes back, even if the clock does', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const begun = world.now()
    world.turnClock(-3_600 * SECOND)
    await client.get('/api/session')
    expect(await lastSeen(world)).toEqual([{ last_seen_at: begun }])
  })

  test('is stored with its place', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    world.turnClock(60 * SECOND)
    await makeClient(world, { ip: '192.0.2.99', cookies: client.cookies }).get('/api/session')
    await writeSeen(world)
    expect(await rows(world, 'select ip, last_seen_at from sessions')).toEqual([
      { ip: '192.0.2.99', last_seen_at: world.now() },
    ])
  })

  test('is now and here for the session that asks', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    world.turnClock(59 * SECOND)
    const elsewhere = makeClient(world, { ip: '192.0.2.99', cookies: client.cookies })
    expect((await elsewhere.get('/api/sessions')).body).toMatchObject({
      sessions: [{ ip: '192.0.2.99', lastSeenAt: world.now() }],
    })
  })

  test('is stored in the background: a session check does not wait for another write', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const begun = world.now()
    world.turnClock(60 * SECOND)
    const { promise: longEnough, resolve: letGo } = Promise.withResolvers<void>()
    const writing = world.db.transaction(() => longEnough)
    for (let times = 0; times < 3; times += 1) expect(await client.get('/api/session')).toMatchObject({ status: 200 })
    expect(await rows(world, 'select last_seen_at from sessions')).toEqual([{ last_seen_at: begun }])
    letGo()
    await writing
    expect(await lastSeen(world)).toEqual([{ last_seen_at: begun + 60 * SECOND }])
  })
})

test('V14.2.7 housekeeping deletes only expired sessions', async () => {
  const world = makeWorld()
  const { authenticator } = await signUp(world)
  world.turnClock(29 * DAY)
  await signIn(makeClient(world), authenticator)
  world.turnClock(1 * DAY)
  await houseKeep(world)
  expect(await rows(world, 'select way from sessions')).toEqual([{ way: 'passkey' }])
})
