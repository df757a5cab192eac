import { describe, expect, test } from 'vitest'
import { type Client, makeClient } from '#tests/helpers/client.ts'
import { addPasskey, confirm, makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { readyToConfirm } from '#tests/server/passkeys/steps.ts'
import { FRESH_MS, MISSING } from '#tests/server/sign-in/confirmation-steps.ts'

describe('P1 a passkey added in this session', () => {
  async function withSecondPasskey() {
    const world = makeWorld()
    const owner = await signUp(world)
    world.turnClock(1)
    const late = makeAuthenticator(world)
    await addPasskey(owner.client, late)
    world.turnClock(FRESH_MS + 1)
    return { world, owner, late }
  }

  test('is not in the options of a confirmation', async () => {
    const { owner } = await withSecondPasskey()
    const { options } = await readyToConfirm(owner.client)
    expect(options.allowCredentials?.map(({ id }) => id)).toEqual([
      owner.authenticator.passkeys[0]?.credentialId.toString('base64url'),
    ])
  })

  test('cannot confirm it, even if the client uses it anyway', async () => {
    const { owner, late } = await withSecondPasskey()
    const { ceremony, options } = await readyToConfirm(owner.client)
    const credential = late.get(options, { passkey: late.passkeys[0] })
    expect(await owner.client.post('/api/confirmation', { ceremony, credential })).toMatchObject({
      status: 403,
      body: { code: 'confirmation_failed' },
    })
    expect(await owner.client.delete('/api/sessions')).toMatchObject(MISSING)
  })

  test('confirms a session that begins after it', async () => {
    const { world, late } = await withSecondPasskey()
    const client = makeClient(world)
    await signIn(client, late)
    world.turnClock(FRESH_MS + 1)
    expect(await confirm(client, late)).toMatchObject({ status: 204 })
  })

  test('does not confirm an older session, even if it was added in another', async () => {
    const { world, owner, late } = await withSecondPasskey()
    const elsewhere: Client = makeClient(world)
    await signIn(elsewhere, owner.authenticator)
    world.turnClock(1)
    const third = makeAuthenticator(world)
    await addPasskey(elsewhere, third)
    for (const authenticator of [late, third]) {
      const { ceremony, options } = await readyToConfirm(owner.client)
      const credential = authenticator.get(options, { passkey: authenticator.passkeys[0] })
      expect(await owner.client.post('/api/confirmation', { ceremony, credential })).toMatchObject({ status: 403 })
    }
  })

  test('leaves no way to confirm if the older ones are removed', async () => {
    const { world, owner } = await withSecondPasskey()
    await confirm(owner.client, owner.authenticator)
    const { passkeys } = (await owner.client.get('/api/passkeys')).body as {
      passkeys: { id: string; createdAt: number }[]
    }
    const oldest = passkeys.toSorted((a, b) => a.createdAt - b.createdAt)[0]
    expect(await owner.client.delete(`/api/passkeys/${oldest?.id}`)).toMatchObject({ status: 200 })
    // An empty list of allowed passkeys would allow every one, so there are no options at all.
    expect((await owner.client.post('/api/confirmation/options')).body).toEqual({ ways: [] })
    world.turnClock(FRESH_MS + 1)
    expect(await owner.client.delete('/api/sessions')).toMatchObject(MISSING)
  })
})
