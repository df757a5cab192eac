import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { DAY, HOUR } from '#tests/server/second-factor/steps.ts'
import {
  askOptions,
  becomeReady,
  finish,
  knock,
  readyToFinish,
  startWait,
  WAIT,
} from '#tests/server/recoveries/steps.ts'
import { NOT_READY } from '#tests/server/recoveries/wait-steps.ts'

describe('K3 the wait', () => {
  test('refuses a completion after 23:59:59.999 and accepts it after 24:00:00.000', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await startWait(world, owner)
    world.turnClock(WAIT - 1)
    await houseKeep(world)
    const early = await knock(world, owner)
    expect(early.pass.state).toBe('waiting')
    expect(await askOptions(early)).toMatchObject(NOT_READY)
    world.turnClock(1)
    const ready = await knock(world, owner)
    expect(ready.pass.state).toBe('ready')
    expect(await finish(await readyToFinish(world, ready))).toMatchObject({ status: 200 })
  })

  test('continues if the clock is set back, for the beginning and the end of the last step', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const ready = await becomeReady(world, owner)
    const step = await readyToFinish(world, ready)
    world.turnClock(-1)
    expect((await finish(step)).status).toBeGreaterThanOrEqual(400)
    const back = await knock(world, owner)
    expect(back.pass.state).toBe('waiting')
    expect(await askOptions(back)).toMatchObject(NOT_READY)
    world.turnClock(HOUR - WAIT)
    expect((await knock(world, owner)).pass.state).toBe('waiting')
  })

  test('is not over if its row starts in the future, for any other values', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const ready = await becomeReady(world, owner)
    const { now } = world
    await world.db.transaction((tx) =>
      tx.run(
        'update recoveries set started_at = ?, ready_at = ?, closes_at = ?',
        now() + 1,
        now() + 1 + WAIT,
        now() + 2 * DAY,
      ),
    )
    expect(await askOptions(ready)).toMatchObject(NOT_READY)
  })

  test('X7 cannot be shortened in the database, which refuses such a row', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await startWait(world, owner)
    await expect(
      world.db.transaction((tx) => tx.run('update recoveries set ready_at = started_at + ?', WAIT - 1)),
    ).rejects.toThrow(/check/i)
    await expect(world.db.transaction((tx) => tx.run(`update recoveries set ready_at = 'soon'`))).rejects.toThrow(
      /integer|bigint/i,
    )
  })

  test('is longer if RECOVERY_DELAY says so', async () => {
    const world = makeWorld({ RECOVERY_DELAY: '36h' })
    const owner = await signUp(world)
    await startWait(world, owner)
    world.turnClock(36 * HOUR - 1)
    expect(await askOptions(await knock(world, owner))).toMatchObject(NOT_READY)
    world.turnClock(1)
    expect(await askOptions(await knock(world, owner))).toMatchObject({ status: 200 })
  })
})
