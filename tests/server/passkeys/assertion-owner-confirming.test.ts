import { describe, expect, test } from 'vitest'
import { addPasskey, confirm, makeAuthenticator, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { readyToConfirm } from '#tests/server/passkeys/steps.ts'

describe('a confirmation', () => {
  test('W11 asks for the account’s own passkeys and no others', async () => {
    const world = makeWorld()
    const [ada] = [await signUp(world), await signUp(world)]
    const { options } = await readyToConfirm(ada.client)
    expect(options.allowCredentials?.map(({ id }) => id)).toEqual(
      ada.authenticator.passkeys.map(({ credentialId }) => credentialId.toString('base64url')),
    )
  })

  test('A5 refuses another person’s valid passkey', async () => {
    const world = makeWorld()
    const [victim, thief] = [await signUp(world), await signUp(world)]
    const { ceremony, options } = await readyToConfirm(victim.client)
    const [own] = thief.authenticator.passkeys
    for (const userHandle of [undefined, null, victim.authenticator.passkeys[0]?.userHandle]) {
      const credential = thief.authenticator.get(options, { passkey: own, userHandle })
      const answer = await leavingAllAsItWas(
        world,
        () => victim.client.post('/api/confirmation', { ceremony, credential }),
        { but: ['events'] },
      )
      expect(answer).toMatchObject({ status: 403, body: { code: 'confirmation_failed' } })
    }
  })

  test('A6a refuses one’s own passkey with another’s user handle', async () => {
    const world = makeWorld()
    const [ada, bob] = [await signUp(world), await signUp(world)]
    const { ceremony, options } = await readyToConfirm(ada.client)
    const credential = ada.authenticator.get(options, { userHandle: bob.authenticator.passkeys[0]?.userHandle })
    expect(await ada.client.post('/api/confirmation', { ceremony, credential })).toMatchObject({
      status: 403,
      body: { code: 'confirmation_failed' },
    })
  })

  test('A6a accepts an answer without a user handle, because the options listed the passkey', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const { ceremony, options } = await readyToConfirm(client)
    expect(
      await client.post('/api/confirmation', {
        ceremony,
        credential: authenticator.get(options, { userHandle: null }),
      }),
    ).toMatchObject({ status: 204 })
  })

  test('A5 W22 refuses a passkey removed after the options were made', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    world.turnClock(1)
    await addPasskey(client, makeAuthenticator(world))
    const { ceremony, options } = await readyToConfirm(client)
    const [{ id }] = (await rows<{ id: string }>(world, 'select id from passkeys order by created_at limit 1')) as [
      { id: string },
    ]
    await client.delete(`/api/passkeys/${id}`)
    const credential = authenticator.get(options)
    expect(await client.post('/api/confirmation', { ceremony, credential })).toMatchObject({
      status: 403,
      body: { code: 'confirmation_failed' },
    })
    expect(await confirm(client, makeAuthenticator(world)).catch(() => 'nothing to confirm with')).toBe(
      'nothing to confirm with',
    )
  })
})
