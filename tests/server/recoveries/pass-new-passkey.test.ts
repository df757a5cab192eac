import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { statusesOf } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { begun, type CreationOptions } from '#tests/server/passkeys/steps.ts'
import { MINUTE } from '#tests/server/second-factor/steps.ts'
import { type LastStep, askOptions, becomeReady, finish, readyToFinish } from '#tests/server/recoveries/steps.ts'
import { OVER } from '#tests/server/recoveries/pass-steps.ts'

describe('the step of the new passkey', () => {
  test('W19 works once', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const step = await readyToFinish(world, await becomeReady(world, owner))
    const credential = step.authenticator.create(step.options)
    const finished = () => step.client.copy().post('/api/recovery/finish', { ceremony: step.ceremony, credential })
    const answers = await Promise.all([finished(), finished()])
    expect(statusesOf(answers)).toEqual([200, 410])
    expect(await finished()).toMatchObject({ status: 410 })
  })

  test('R8 R16 refuses a passkey for another challenge or without user verification', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const road = await becomeReady(world, owner)
    const other = begun<CreationOptions>(await askOptions(road))
    for (const twisted of [
      (step: LastStep) => step.authenticator.create(other.options),
      (step: LastStep) => step.authenticator.create(step.options, { flags: { uv: false } }),
    ]) {
      const step = await readyToFinish(world, road)
      const credential = twisted(step)
      expect(
        await leavingAllAsItWas(world, () =>
          step.client.post('/api/recovery/finish', { ceremony: step.ceremony, credential }),
        ),
      ).toMatchObject({ status: 422, body: { code: 'passkey_refused' } })
    }
    // The refused ceremonies are spent; the recovery is not.
    expect(await finish(await readyToFinish(world, road))).toMatchObject({ status: 200 })
  })

  test('R26 refuses another person’s passkey, and changes nothing in the account', async () => {
    const world = makeWorld()
    const [owner, other] = [await signUp(world), await signUp(world)]
    const step = await readyToFinish(world, await becomeReady(world, owner))
    const taken = other.authenticator.passkeys[0]?.credentialId
    const credential = step.authenticator.create(step.options, { credentialId: taken })
    expect(
      await leavingAllAsItWas(world, () =>
        step.client.post('/api/recovery/finish', { ceremony: step.ceremony, credential }),
      ),
    ).toMatchObject({ status: 409, body: { code: 'passkey_taken' } })
  })

  test('expires after its own five minutes, not with the pass', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    const road = await becomeReady(world, owner)
    const late = await readyToFinish(world, road)
    world.turnClock(5 * MINUTE)
    await houseKeep(world)
    expect(await finish(late)).toMatchObject(OVER)
    expect(await finish(await readyToFinish(world, road))).toMatchObject({ status: 200 })
  })
})
