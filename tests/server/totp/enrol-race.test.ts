import { describe, expect, test } from 'vitest'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { codeAt, eventKinds, MINUTE, turnOnTotp } from '#tests/server/second-factor/steps.ts'

describe('S8 turning an app on', () => {
  test('is not a confirmation, and the app cannot confirm the session that added it', async () => {
    const world = makeWorld()
    const { client, authenticator, userId } = await signUp(world)
    await signIn(client, authenticator)
    world.turnClock(MINUTE)
    const secret = await turnOnTotp(world, client)
    world.turnClock(9 * MINUTE + 1)
    expect(await client.post('/api/backup-codes')).toMatchObject({
      status: 403,
      body: { code: 'confirmation_required' },
    })
    expect((await client.post('/api/confirmation/options')).body.ways).toEqual(['passkey'])
    expect(await client.post('/api/confirmation', { code: codeAt(secret, world.now()) })).toMatchObject({
      status: 403,
      body: { code: 'confirmation_failed' },
    })
    expect(await eventKinds(world, userId)).not.toContain('confirmed')
  })
})
