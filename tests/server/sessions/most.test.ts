import { expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'

const SCALED = { LIMIT_SCALE: '1000' }
const MOST = 100

const idsOf = async (world: TestWorld, userId: string) =>
  (await rows<{ id: string }>(world, 'select id from sessions where user_id = ? order by id', userId)).map(
    ({ id }) => id,
  )

/** Gives a person so many sessions, a second apart, as if they had signed in elsewhere. */
async function fill(world: TestWorld, userId: string, count: number): Promise<void> {
  for (let n = 0; n < count; n += 1) {
    world.turnClock(1_000)
    await world.db.transaction((tx) =>
      tx.run(
        `insert into sessions (id, token_hash, user_id, way, ip, user_agent, browser, created_at, last_seen_at, expires_at)
         values (?, 'x', ?, 'passkey', '', '', 'x', ?, ?, ?)`,
        tx.newId(),
        userId,
        tx.now,
        tx.now,
        tx.now + 86_400_000,
      ),
    )
  }
}

test('an account has at most a hundred sessions: one more ends the one that was unused for the longest time', async () => {
  const world = makeWorld(SCALED)
  const [owner, other] = [await signUp(world), await signUp(world)]
  await fill(world, owner.userId, MOST - 1)
  await owner.client.get('/api/session')
  await houseKeep(world)
  const before = await idsOf(world, owner.userId)
  expect(before).toHaveLength(MOST)

  world.turnClock(1_000)
  const fresh = makeClient(world)
  expect(await signIn(fresh, owner.authenticator)).toMatchObject({ status: 200 })
  const after = await idsOf(world, owner.userId)
  expect(after).toHaveLength(MOST)
  // The first one was used after the second one.
  expect(before.filter((id) => !after.includes(id))).toEqual([before[1]])
  expect(await owner.client.get('/api/session')).toMatchObject({ status: 200 })
  expect(await fresh.get('/api/session')).toMatchObject({ status: 200 })
  expect(await idsOf(world, other.userId)).toHaveLength(1)
  expect(await rows(world, "select details from events where kind = 'sessions_ended'")).toEqual([
    { details: JSON.stringify({ sessions: 1, by: 'limit' }) },
  ])
})

test('the new session stays, even if a clock that was ahead stored the last uses of all others', async () => {
  const world = makeWorld(SCALED)
  const owner = await signUp(world)
  await fill(world, owner.userId, MOST + 20)
  world.turnClock(-3_600_000)
  const fresh = makeClient(world)
  expect(await signIn(fresh, owner.authenticator)).toMatchObject({ status: 200 })
  expect(await fresh.get('/api/session')).toMatchObject({ status: 200 })
  expect(await idsOf(world, owner.userId)).toHaveLength(MOST)
})

test('V14.2.7 a browser is forgotten a year after its last sign-in, and its next one is reported as new', async () => {
  const world = makeWorld(SCALED)
  const { client, authenticator, userId } = await signUp(world)
  const browsers = () => rows(world, 'select seen_at from browsers where user_id = ?', userId)
  world.turnClock(365 * 86_400_000 - 1)
  await houseKeep(world)
  expect(await browsers()).toHaveLength(1)
  world.turnClock(1)
  await houseKeep(world)
  expect(await browsers()).toEqual([])
  await signIn(client, authenticator)
  expect(await browsers()).toHaveLength(1)
  expect(await rows(world, "select 1 from outbox where letter = 'new-browser'")).toHaveLength(1)
})
