import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { SECOND } from '#tests/server/second-factor/steps.ts'
import {
  askOptions,
  becomeReady,
  finish,
  knock,
  readyToFinish,
  startWait,
  states,
  WAIT,
  WINDOW,
} from '#tests/server/recoveries/steps.ts'
import { NOT_READY } from '#tests/server/recoveries/wait-steps.ts'

describe('K5 a ready recovery', () => {
  test('is open for 72 hours, to the millisecond, to begin and to finish', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await becomeReady(world, owner)
    world.turnClock(WINDOW - SECOND)
    const late = await knock(world, owner)
    const step = await readyToFinish(world, late)
    world.turnClock(SECOND - 1)
    expect(await askOptions(late)).toMatchObject({ status: 200 })
    world.turnClock(1)
    expect(await askOptions(late)).toMatchObject(NOT_READY)
    expect(await finish(step)).toMatchObject(NOT_READY)
    expect((await knock(world, owner)).pass.state).toBe('none')
  })

  test('can be completed in its last millisecond', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await becomeReady(world, owner)
    world.turnClock(WINDOW - 1)
    expect(await finish(await readyToFinish(world, await knock(world, owner)))).toMatchObject({ status: 200 })
  })

  test.each([
    ['closed by housekeeping', true],
    ['closed by a new request', false],
  ])('that was not completed is %s, and the next one waits as long', async (_, housekeeping) => {
    const world = makeWorld()
    const owner = await signUp(world)
    await becomeReady(world, owner)
    world.turnClock(WINDOW + 1)
    if (housekeeping) await houseKeep(world)
    const { client, pass } = await startWait(world, owner)
    expect(await states(world, owner.userId)).toEqual(['closed', 'waiting'])
    const { body } = await client.post('/api/recovery/start', { ceremony: pass.ceremony })
    expect(body).toMatchObject({ state: 'waiting', readyAt: world.now() + WAIT })
    expect(
      await rows(
        world,
        `select case when ended_at = closes_at then 1 else 0 end as "inTime" from recoveries where state = 'closed'`,
      ),
    ).toEqual([{ inTime: 1 }])
  })
})
