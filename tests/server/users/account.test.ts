import { describe, expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { addPasskey, makeAuthenticator, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { done, eventKinds, HOUR, letterNames } from '#tests/server/second-factor/steps.ts'

describe('a new name', () => {
  test('fault U24 without a visible character removes the name', async () => {
    const { client } = await signUp(makeWorld())
    for (const name of ['\u200b', '\u3164\u3164', '\u2800'])
      expect(await client.patch('/api/account', { name })).toMatchObject({ status: 200, body: { user: { name: '' } } })
  })

  test('U9 is returned with the data for password managers: all passkeys and names', async () => {
    const world = makeWorld()
    const { client, email, userId } = await signUp(world)
    done(await addPasskey(client, makeAuthenticator(world)))
    const answer = await client.patch('/api/account', { name: '  Ada Lovelace ' })
    const [user] = await rows<{ handle: string }>(world, 'select handle from users')
    const ids = (await rows<{ id: string }>(world, 'select credential_id as id from passkeys')).map(({ id }) => id)
    expect(answer).toMatchObject({
      status: 200,
      body: {
        user: { id: userId, name: 'Ada Lovelace', email },
        accepted: { rpId: 'localhost', userHandle: user?.handle, name: email, displayName: 'Ada Lovelace' },
      },
    })
    expect(new Set((answer.body.accepted as { credentialIds: string[] }).credentialIds)).toEqual(new Set(ids))
    expect((await client.get('/api/session')).body).toMatchObject({ user: { name: 'Ada Lovelace' } })
    expect(await eventKinds(world, userId)).toEqual(['account_created', 'passkey_added', 'account_renamed'])
  })

  test('can be removed again, needs no confirmation and sends no letter', async () => {
    const world = makeWorld()
    const { client, email } = await signUp(world)
    world.turnClock(HOUR)
    done(await client.patch('/api/account', { name: 'Ada' }))
    expect(await client.patch('/api/account', { name: '' })).toMatchObject({
      status: 200,
      body: { user: { name: '' }, accepted: { displayName: email } },
    })
    expect(await letterNames(world, email)).toEqual(['sign-up-code'])
  })

  test('V1.2.4 V3.2.2 is stored and returned as text, even if it looks like code', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    for (const name of ['<img src=x onerror=alert(1)>', "Robert'); drop table users;--", '😀 مرحبا', '${7*7}'])
      expect(await client.patch('/api/account', { name })).toMatchObject({ status: 200, body: { user: { name } } })
  })

  test.each([null, 5, [], {}, 'x'.repeat(65), 'a\nb', 'a\u0000b', 'a\ud800b', undefined])(
    'that is %j is refused as invalid input',
    async (name) => {
      const world = makeWorld()
      const { client } = await signUp(world)
      expect(await leavingAllAsItWas(world, () => client.patch('/api/account', { name }))).toMatchObject({
        status: 400,
        body: { code: 'invalid_input' },
      })
    },
  )

  test('V8.2.3 V15.3.3 changes nothing else', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const before = await rows(world, 'select id, handle, created_at, delete_at from users')
    done(
      await client.patch('/api/account', {
        name: 'Ada',
        id: 'x',
        handle: 'x',
        number: 5,
        delete_at: 5,
        deleteAt: 5,
        email: 'evil@example.com',
        role: 'admin',
        __proto__: { admin: true },
      }),
    )
    expect(await rows(world, 'select id, handle, created_at, delete_at from users')).toEqual(before)
    expect(await rows(world, `select 1 from emails where address = 'evil@example.com'`)).toEqual([])
  })

  test('is refused without a session', async () => {
    expect(await makeClient(makeWorld()).patch('/api/account', { name: 'Ada' })).toMatchObject({
      status: 401,
      body: { code: 'not_signed_in' },
    })
  })
})
