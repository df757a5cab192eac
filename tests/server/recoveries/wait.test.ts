import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { atOnce, rows } from '#tests/server/passkeys/rows.ts'
import { DAY, done, HOUR, letterNames, SECOND } from '#tests/server/second-factor/steps.ts'
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

const NOT_READY = { status: 409, body: { code: 'recovery_not_ready' } }

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
    ).rejects.toThrow('CHECK')
    await expect(world.db.transaction((tx) => tx.run(`update recoveries set ready_at = 'soon'`))).rejects.toThrow(
      /INTEGER/,
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
    expect(await rows(world, `select ended_at = closes_at as "inTime" from recoveries where state = 'closed'`)).toEqual(
      [{ inTime: 1 }],
    )
  })
})

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
