import { describe, expect, test } from 'vitest'
import { signIn, signUp, type Person } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { done, eventKinds, letterNames, mailedCode, MINUTE, stranger } from '#tests/server/second-factor/steps.ts'
import {
  becomeReady,
  finish,
  knock,
  readyToFinish,
  type Road,
  startWait,
  states,
} from '#tests/server/recoveries/steps.ts'
import { OVER, cancelToken } from '#tests/server/recoveries/cancel-steps.ts'

/** Every way to cancel a recovery. */
const CANCELS: Record<string, (world: TestWorld, owner: Person, road: Road) => Promise<{ status: number }>> = {
  'the browser that started it': (_world, _owner, { client, pass }) =>
    client.post('/api/recovery/cancel', { ceremony: pass.ceremony }),
  'the link in a letter': async (world, owner) =>
    stranger(world).post('/api/recovery/cancel', { token: await cancelToken(world, owner), word: 'CANCEL' }),
  'a session with a touch, without another confirmation': async (world, { client }) => {
    world.turnClock(10 * MINUTE + 1)
    return client.post('/api/account/recovery/cancel')
  },
}

describe.each(Object.entries(CANCELS))('K9 cancelled by %s', (_, cancel) => {
  test('a waiting recovery is over, and every address gets a letter', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const road = await startWait(world, owner)
    expect((await cancel(world, owner, road)).status).toBeLessThan(300)
    expect(await states(world, owner.userId)).toEqual(['cancelled'])
    expect(await letterNames(world, owner.email)).toContain('recovery-cancelled')
    expect(await eventKinds(world, owner.userId)).toContain('recovery_cancelled')
    expect(await owner.client.get('/api/session')).toMatchObject({ status: 200 })
    world.turnClock(1)
    expect((await knock(world, owner)).pass.state).toBe('none')
  })

  test('a ready recovery is over, and every token of that cycle is refused, also in an open tab', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const road = await becomeReady(world, owner)
    const step = await readyToFinish(world, road)
    const tab = stranger(world)
    const typed = done(await tab.post('/api/recovery', { email: owner.email })).body
    const code = await mailedCode(world, owner.email, 'recovery-code')
    const token = await cancelToken(world, owner)
    expect((await cancel(world, owner, road)).status).toBeLessThan(300)

    expect(await finish(step)).toMatchObject(OVER)
    for (const path of ['options', 'start', 'cancel', 'second-step'])
      expect(
        await road.client.post(`/api/recovery/${path}`, { ceremony: road.pass.ceremony, code: '123456' }),
      ).toMatchObject(OVER)
    expect((await tab.post('/api/recovery/code', { ceremony: typed.ceremony, code })).status).toBe(410)
    expect(await stranger(world).post('/api/recovery/cancel', { token, word: 'CANCEL' })).toMatchObject(OVER)
    expect(await states(world, owner.userId)).toEqual(['cancelled'])
    expect(await signIn(stranger(world), owner.authenticator)).toMatchObject({ status: 200 })
  })
})
