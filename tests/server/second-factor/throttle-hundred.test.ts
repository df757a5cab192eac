import { describe, expect, test } from 'vitest'
import { type Client, makeClient } from '#tests/helpers/client.ts'
import { signIn } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import {
  codeAt,
  done,
  eventKinds,
  letterNames,
  passMailbox,
  signUpEquipped,
  signUpWithApp,
  STEP,
  stranger,
  turnOnTotp,
  wrongCode,
  type WithApp,
} from '#tests/server/second-factor/steps.ts'
import { PAUSE, JUDGED } from '#tests/server/second-factor/throttle-steps.ts'

describe('T11 a hundred wrong codes in a row', () => {
  /** Sends wrong codes in a session of the owner, in rounds of five with a pause after each. */
  async function exhaust(world: TestWorld, client: Client, { secret }: WithApp, rounds: number): Promise<void> {
    for (let round = 1; round <= rounds; round += 1) {
      for (let count = 1; count <= 5; count += 1)
        expect(await client.post('/api/confirmation', { code: wrongCode(secret, world.now()) })).toMatchObject(JUDGED)
      world.turnClock(PAUSE)
    }
  }

  test('remove the app and the password, and the owner gets a letter', async () => {
    const world = makeWorld()
    const owner = await signUpEquipped(world)
    await exhaust(world, owner.client, owner, 20)
    expect(await rows(world, 'select 1 from totp union all select 1 from passwords')).toEqual([])
    expect(await letterNames(world, owner.email)).toContain('totp-disabled')
    expect(await eventKinds(world, owner.userId)).toContain('totp_disabled')
    expect(await signIn(stranger(world), owner.authenticator)).toMatchObject({ status: 200 })

    const client = makeClient(world)
    const { ceremony, ways } = await passMailbox(world, client, owner.email)
    expect(ways).toEqual(['backup_code'])
    expect(
      await client.post('/api/recovery/second-step', { ceremony, code: codeAt(owner.secret, world.now()) }),
    ).toMatchObject(JUDGED)
    expect(await client.post('/api/recovery/second-step', { ceremony, code: owner.codes[0] })).toMatchObject({
      status: 200,
    })
  })

  test('are counted over all pauses, and the ninety-ninth removes nothing', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    await exhaust(world, owner.client, owner, 19)
    for (let count = 96; count <= 99; count += 1)
      expect(
        await owner.client.post('/api/confirmation', { code: wrongCode(owner.secret, world.now()) }),
      ).toMatchObject(JUDGED)
    expect(await rows(world, 'select 1 from totp')).toHaveLength(1)
    expect(await owner.client.post('/api/confirmation', { code: wrongCode(owner.secret, world.now()) })).toMatchObject(
      JUDGED,
    )
    expect(await rows(world, 'select 1 from totp')).toEqual([])
  })

  test('do not count for an app that is turned on later', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    await exhaust(world, owner.client, owner, 20)
    const client = stranger(world)
    done(await signIn(client, owner.authenticator))
    const secret = await turnOnTotp(world, client)
    world.turnClock(2 * STEP)
    expect(await client.post('/api/confirmation', { code: wrongCode(secret, world.now()) })).toMatchObject(JUDGED)
    expect(await rows(world, 'select 1 from totp')).toHaveLength(1)
  })

  test('are not reached if a right one is between them', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    await exhaust(world, owner.client, owner, 19)
    done(await owner.client.post('/api/confirmation', { code: codeAt(owner.secret, world.now()) }))
    await exhaust(world, owner.client, owner, 1)
    expect(await rows(world, 'select 1 from totp')).toHaveLength(1)
  })
})
