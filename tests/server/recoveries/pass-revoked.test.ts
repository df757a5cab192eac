import { describe, expect, test } from 'vitest'
import { SESSION } from '#tests/helpers/cookie-names.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { makeAuthenticator, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { MINUTE, stranger } from '#tests/server/second-factor/steps.ts'
import { askOptions, becomeReady, readyToFinish } from '#tests/server/recoveries/steps.ts'
import { OVER } from '#tests/server/recoveries/pass-steps.ts'

const NO_PASSES = [null, 5, [], {}, { $ne: '' }, ['a']]

describe('a pass', () => {
  test('K12 expires after fifteen minutes, to the millisecond', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const road = await becomeReady(world, owner)
    world.turnClock(15 * MINUTE - 1)
    expect(await askOptions(road)).toMatchObject({ status: 200 })
    world.turnClock(1)
    for (const step of ['options', 'start', 'cancel', 'second-step']) {
      expect(
        await road.client.post(`/api/recovery/${step}`, { ceremony: road.pass.ceremony, code: '123456' }),
      ).toMatchObject(OVER)
    }
  })

  test('C4 K12 is bound to the browser that proved the mailbox', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const { pass } = await becomeReady(world, owner)
    for (const step of ['options', 'start', 'cancel', 'second-step']) {
      expect(
        await leavingAllAsItWas(world, () =>
          stranger(world).post(`/api/recovery/${step}`, { ceremony: pass.ceremony, code: '123456' }),
        ),
      ).toMatchObject(OVER)
    }
  })

  test('K12 is refused as a session, for the profile and as any other ceremony', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const { client, pass } = await becomeReady(world, owner)
    client.cookies.set(SESSION, pass.ceremony)
    for (const path of [
      '/api/session',
      '/api/sessions',
      '/api/emails',
      '/api/passkeys',
      '/api/activity',
      '/api/account/export',
    ])
      expect(await client.get(path)).toMatchObject({ status: 401 })
    for (const path of [
      '/api/recovery/finish',
      '/api/sign-up/passkey',
      '/api/sign-in/second-step',
      '/api/recovery/code',
    ]) {
      const credential = makeAuthenticator(world).create({ ...(await readyToFinish(world, { client, pass })).options })
      expect((await client.post(path, { ceremony: pass.ceremony, credential, code: '123456' })).status).toBe(410)
    }
  })

  test.each(NO_PASSES)('K20 that is %j is refused as invalid input at every step', async (ceremony) => {
    const world = makeWorld()
    const client = makeClient(world)
    const credential = makeAuthenticator(world).create({
      challenge: 'x',
      rp: { name: 'x' },
      user: { id: 'eA', name: 'x', displayName: 'x' },
      pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
    })
    for (const path of ['code', 'start', 'cancel', 'options', 'second-step', 'finish']) {
      expect(await client.post(`/api/recovery/${path}`, { ceremony, code: '123456', credential })).toMatchObject({
        status: 400,
        body: { code: 'invalid_input' },
      })
    }
  })
})
