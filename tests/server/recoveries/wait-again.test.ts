import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { atOnce, rows } from '#tests/server/passkeys/rows.ts'
import { DAY, done, HOUR, letterNames } from '#tests/server/second-factor/steps.ts'
import {
  askOptions,
  becomeReady,
  finish,
  knock,
  readyToFinish,
  startWait,
  WAIT,
  WINDOW,
} from '#tests/server/recoveries/steps.ts'
import { NOT_READY } from '#tests/server/recoveries/wait-steps.ts'

describe('K4 asking again', () => {
  test('does not change the wait and sends no more letters about it', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    await startWait(world, owner)
    const readyAt = world.now() + WAIT
    for (let hour = 0; hour < 24; hour += 4) {
      const again = await knock(world, owner)
      expect(again.pass).toMatchObject({ state: 'waiting', readyAt, closesAt: readyAt + WINDOW })
      expect((await again.client.post('/api/recovery/start', { ceremony: again.pass.ceremony })).body).toEqual({
        state: 'waiting',
        readyAt,
        closesAt: readyAt + WINDOW,
      })
      await houseKeep(world)
      world.turnClock(4 * HOUR)
    }
    expect((await knock(world, owner)).pass.state).toBe('ready')
    expect((await letterNames(world, owner.email)).filter((letter) => letter === 'recovery-started')).toHaveLength(1)
    expect(await rows(world, 'select 1 from recoveries')).toHaveLength(1)
  })

  test('while it is ready does not close it', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const { client, pass } = await becomeReady(world, owner)
    expect((await client.post('/api/recovery/start', { ceremony: pass.ceremony })).body).toMatchObject({
      state: 'ready',
      readyAt: world.now(),
    })
    expect(await finish(await readyToFinish(world, { client, pass }))).toMatchObject({ status: 200 })
  })

  test('at the same time begins one recovery', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const { client, pass } = await knock(world, owner)
    const answers = await atOnce(20, () => client.copy().post('/api/recovery/start', { ceremony: pass.ceremony }))
    expect(answers.every(({ status }) => status === 200)).toBe(true)
    expect(await rows(world, 'select 1 from recoveries')).toHaveLength(1)
    expect((await letterNames(world, owner.email)).filter((letter) => letter === 'recovery-started')).toHaveLength(1)
  })
})

test('K1 asking for a code starts no wait, ends no session and locks nothing', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  await knock(world, owner)
  expect(await rows(world, 'select 1 from recoveries')).toEqual([])
  expect(await owner.client.get('/api/session')).toMatchObject({ status: 200 })
  done(await owner.client.post('/api/backup-codes'))
})

test('K17 a running wait keeps its length when the configuration changes', async () => {
  const world = makeWorld({ RECOVERY_DELAY: '48h' })
  const owner = await signUp(world)
  await startWait(world, owner)
  Object.assign(world.config, { recoveryDelay: WAIT })
  world.turnClock(2 * DAY - 1)
  expect(await askOptions(await knock(world, owner))).toMatchObject(NOT_READY)
})
