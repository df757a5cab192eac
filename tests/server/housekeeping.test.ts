import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import * as spent from '#db/spent.ts'
import { houseKeep, startHousekeeping } from '#server/housekeeping.ts'
import { enqueue } from '#server/mail/outbox/enqueue.ts'
import type { World } from '#server/world.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { makeProvider } from '#tests/server/mail/provider.ts'
import { scene } from '#tests/server/mail/samples.ts'

const DAY = 86_400_000

const count = async (world: World, table: string) =>
  (await world.db.read((reader) => reader.get<{ rows: number }>(`select count(*) as rows from ${table}`)))?.rows
const enqueueCode = (world: World, to = 'ada@example.org') =>
  world.db.transaction((tx) => enqueue(tx, { address: to, language: 'en' }, 'sign-up-code', scene))

describe('housekeeping', () => {
  test('V14.2.7 deletes spent ceremonies once they have expired, in any number', async () => {
    const world = makeWorld()
    await world.db.transaction(async (tx) => {
      for (let n = 0; n < 1_201; n += 1)
        await spent.insert(tx, { id: `spent-${n}`, forgetAt: tx.now + (n === 0 ? 2 : 1) })
    })
    await houseKeep(world)
    expect(await count(world, 'spent')).toBe(1_201)
    world.turnClock(1)
    await houseKeep(world)
    expect(await count(world, 'spent')).toBe(1)
  })

  test('W19 keeps a spent ceremony for a day after its expiry, in case the clock is set back', async () => {
    const world = makeWorld()
    await signUp(world)
    const before = await count(world, 'spent')
    world.turnClock(DAY)
    await houseKeep(world)
    expect(before).toBe(2)
    expect(await count(world, 'spent')).toBe(2)
    world.turnClock(10 * 60_000)
    await houseKeep(world)
    expect(await count(world, 'spent')).toBe(0)
  })

  test('V14.2.7 deletes expired sessions and limits, but no accounts', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    world.turnClock(30 * DAY - 1)
    await houseKeep(world)
    expect(await count(world, 'sessions')).toBe(1)
    world.turnClock(1)
    await houseKeep(world)
    expect([await count(world, 'sessions'), await count(world, 'limits')]).toEqual([0, 0])
    expect(await signIn(client, authenticator)).toMatchObject({ status: 200 })
  })

  test('V14.2.7 deletes letters after thirty days, except unsent ones', async () => {
    const provider = await makeProvider()
    const world = makeWorld(provider.environment)
    await enqueueCode(world)
    await houseKeep(world)
    await provider.down()
    const waiting = await enqueueCode(world, 'bob@example.org')

    world.turnClock(30 * DAY)
    await houseKeep(world)
    expect(await count(world, 'outbox')).toBe(2)
    world.turnClock(1)
    await houseKeep(world)
    expect(await world.db.read((reader) => reader.all('select id from outbox'))).toEqual([{ id: waiting }])
  })
})

describe('scheduled housekeeping', () => {
  test('sends letters soon after they are queued, without a request', async () => {
    const provider = await makeProvider()
    const world = makeWorld(provider.environment)
    const stop = startHousekeeping(world)
    await enqueueCode(world)
    await expect.poll(() => provider.sent.size, { timeout: 5_000 }).toBe(1)
    await enqueueCode(world)
    await expect.poll(() => provider.sent.size, { timeout: 5_000 }).toBe(2)
    await stop()
  })

  test('stops after the current letter has been sent and recorded, and begins no other', async () => {
    const provider = await makeProvider()
    const world = makeWorld(provider.environment)
    provider.behave(() => pause(150))
    await enqueueCode(world)
    const stop = startHousekeeping(world)
    await expect.poll(() => provider.requests.length, { timeout: 5_000 }).toBe(1)
    await stop()
    expect(await world.db.read((reader) => reader.all('select id from outbox where accepted_at is null'))).toEqual([])

    await enqueueCode(world)
    await pause(700)
    expect(provider.requests).toHaveLength(1)
  })

  test('V16.3.4 V16.5.4 continues after a task fails, and logs the failure', async () => {
    const provider = await makeProvider()
    const world = makeWorld(provider.environment)
    const stop = startHousekeeping(world)
    await world.db.transaction((tx) => tx.run('alter table outbox rename to outbox_away'))
    await expect.poll(() => world.logged.length, { timeout: 5_000 }).toBeGreaterThan(1)
    expect(JSON.parse(world.logged[0] ?? '')).toMatchObject({
      level: 'error',
      message: 'Housekeeping failed',
      error: expect.stringMatching(/no such table: outbox|relation "outbox" does not exist/),
    })

    await world.db.transaction((tx) => tx.run('alter table outbox_away rename to outbox'))
    await enqueueCode(world)
    await expect.poll(() => provider.sent.size, { timeout: 5_000 }).toBe(1)
    await stop()
  })

  test('logs nothing when it stops, and lets the database close', async () => {
    const world = makeWorld()
    const stop = startHousekeeping(world)
    await Promise.all([stop(), stop()])
    await world.db.close()
    await pause(600)
    expect(world.logged).toEqual([])
    expect(existsSync(join(world.config.dataDir, 'latchkey.sqlite-wal'))).toBe(false)
  })
})
