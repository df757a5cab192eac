import { expect, test } from 'vitest'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import { atOnce, leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { done, MINUTE } from '#tests/server/second-factor/steps.ts'
import { houseKeep } from '#server/housekeeping.ts'
import {
  askOptions,
  becomeReady,
  finish,
  knock,
  type LastStep,
  readyToFinish,
  startWait,
  WAIT,
} from '#tests/server/recoveries/steps.ts'

const OTHER = 'other@example.com'
const NOT_READY = { status: 409, body: { code: 'recovery_not_ready' } }

test.each(['the main address', 'another address'])(
  'custody C3 a ripe recovery of %s is completed by no other address, which waits its own 24 hours',
  async (name) => {
    const world = makeWorld()
    const owner = await signUp(world)
    await addEmail(world, owner.client, OTHER)
    const [asked, thief] = name === 'the main address' ? [owner.email, OTHER] : [OTHER, owner.email]
    const road = await becomeReady(world, { email: asked })

    const wrong = await knock(world, { email: thief })
    expect(wrong.pass).toMatchObject({ state: 'none' })
    expect(wrong.pass.readyAt).toBeUndefined()
    expect(await leavingAllAsItWas(world, () => askOptions(wrong))).toMatchObject(NOT_READY)
    const started = done(await wrong.client.post('/api/recovery/start', { ceremony: wrong.pass.ceremony })).body
    expect(started).toEqual({ state: 'waiting' })
    await houseKeep(world)
    expect(await askOptions(wrong)).toMatchObject(NOT_READY)

    // The one that waited completes.
    world.turnClock(MINUTE)
    expect(await finish(await readyToFinish(world, await knock(world, { email: asked }, road.client)))).toMatchObject({
      status: 200,
    })
    expect(await rows(world, `select canonical from recoveries where state = 'completed'`)).toEqual([
      { canonical: asked },
    ])
  },
)

test('custody C3 each address is ready after its own 24 hours, to the millisecond', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  await addEmail(world, owner.client, OTHER)
  await startWait(world, { email: OTHER })
  world.turnClock(MINUTE)
  const mine = await startWait(world, owner)
  world.turnClock(WAIT - MINUTE)
  expect((await knock(world, { email: OTHER })).pass.state).toBe('ready')
  world.turnClock(MINUTE - 1)
  expect(await askOptions(await knock(world, owner, mine.client))).toMatchObject(NOT_READY)
  world.turnClock(1)
  expect(await askOptions(await knock(world, owner, mine.client))).toMatchObject({ status: 200 })
})

test('custody C3 two ripe recoveries completed at the same time: the main address ends up with the account', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  await addEmail(world, owner.client, OTHER)
  for (const email of [OTHER, owner.email]) await startWait(world, { email })
  world.turnClock(WAIT)
  await houseKeep(world)
  const steps: LastStep[] = []
  for (const email of [OTHER, owner.email]) steps.push(await readyToFinish(world, await knock(world, { email })))
  const [others, main] = await atOnce(2, (index) => finish(steps[index] as LastStep))
  expect([others?.status, main?.status].filter((status) => status === 200)).toHaveLength(1)
  if (main?.status !== 200) {
    world.turnClock(1)
    done(await finish(await readyToFinish(world, await knock(world, owner))))
  }
  expect(await rows(world, 'select 1 from passkeys')).toHaveLength(1)
  world.turnClock(1)
  expect((await knock(world, { email: OTHER })).pass.state).toBe('none')
})
