import { expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { codeAt, done, signUpWithApp, STEP, stranger } from '#tests/server/second-factor/steps.ts'
import { askOptions, becomeReady, knock, startWait, states } from '#tests/server/recoveries/steps.ts'
import { OVER } from '#tests/server/recoveries/cancel-steps.ts'

test('K9 cancelling is refused without a waiting recovery, and for another person’s', async () => {
  const world = makeWorld()
  const [owner, other] = [await signUp(world), await signUp(world)]
  await startWait(world, owner)
  expect(await other.client.post('/api/account/recovery/cancel')).toMatchObject({ status: 404 })
  expect(await makeClient(world).post('/api/account/recovery/cancel')).toMatchObject({ status: 401 })
  const road = await knock(world, other)
  expect(await road.client.post('/api/recovery/cancel', { ceremony: road.pass.ceremony })).toMatchObject(OVER)
  expect(await states(world, owner.userId)).toEqual(['waiting'])
})

test('K9 repeated cancelling uses up no other limit', async () => {
  const world = makeWorld()
  const owner = await signUpWithApp(world)
  for (let count = 0; count < 3; count += 1) {
    const { client, pass } = await startWait(world, owner)
    done(await client.post('/api/recovery/cancel', { ceremony: pass.ceremony }))
    world.turnClock(STEP)
  }
  expect(await signIn(stranger(world), owner.authenticator)).toMatchObject({ status: 200 })
  const { client, pass } = await knock(world, owner)
  expect(
    await client.post('/api/recovery/second-step', {
      ceremony: pass.ceremony,
      code: codeAt(owner.secret, world.now()),
    }),
  ).toMatchObject({ status: 200 })
})

test('K10 a sign-in with the passkey does not cancel by itself but asks the owner, who cancels with a touch', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  await becomeReady(world, owner)
  const client = stranger(world)
  done(await signIn(client, owner.authenticator))
  expect(await states(world, owner.userId)).toEqual(['waiting'])
  expect(await client.post('/api/account/recovery/cancel')).toMatchObject({
    status: 403,
    body: { code: 'touch_required', act: 'cancel_recovery' },
  })
  expect(await states(world, owner.userId)).toEqual(['waiting'])
  client.passkeys = owner.authenticator
  expect(await client.post('/api/account/recovery/cancel')).toMatchObject({ status: 204 })
  expect(await askOptions(await (world.turnClock(1), knock(world, owner)))).toMatchObject({
    status: 409,
    body: { code: 'recovery_not_ready' },
  })
})
