import { expect, test } from 'vitest'
import { makeClient, statusesOf } from '#tests/helpers/client.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { addPasskey, makeAuthenticator, signIn, signUp, touch } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'

/** A person with two passkeys, the second from its own authenticator. */
async function somebodyWithTwo() {
  const world = makeWorld()
  const person = await signUp(world)
  const second = makeAuthenticator(world)
  const added = await addPasskey(person.client, second, 'The second')
  const { id } = added.body.passkey as { id: string }
  const all = (await person.client.get('/api/passkeys')).body.passkeys as { id: string }[]
  return { world, ...person, second, id, first: all.find((passkey) => passkey.id !== id)?.id ?? '' }
}

test('N20 U9 removes the passkey, returns the remaining ones, and stores an event', async () => {
  const { world, client, authenticator, second, id, email } = await somebodyWithTwo()
  const answer = await client.delete(`/api/passkeys/${id}`)
  expect(answer).toMatchObject({
    status: 200,
    body: {
      accepted: { credentialIds: [authenticator.passkeys[0]?.credentialId.toString('base64url')] },
      sessions: [],
    },
  })
  expect(await signIn(makeClient(world), second)).toMatchObject({ status: 409, body: { code: 'way_retired' } })
  expect(await signIn(makeClient(world), authenticator)).toMatchObject({ status: 200 })
  expect(await rows(world, 'select details from events where kind = ?', 'passkey_removed')).toEqual([
    { details: JSON.stringify({ passkey: 'The second' }) },
  ])
  expect((await lettersTo(world, email)).find(({ letter }) => letter === 'passkey-removed')?.text).toContain(
    'The second',
  )
})

test('U16 refuses to remove the last way in', async () => {
  const world = makeWorld()
  const { client, authenticator } = await signUp(world)
  const [{ id }] = (await client.get('/api/passkeys')).body.passkeys as [{ id: string }]
  expect(await leavingAllAsItWas(world, () => client.delete(`/api/passkeys/${id}`))).toMatchObject({
    status: 409,
    body: { code: 'last_way_in' },
  })
  expect(await signIn(makeClient(world), authenticator)).toMatchObject({ status: 200 })
})

test('U16 keeps one passkey when both are removed at the same time', async () => {
  const { world, client, authenticator, first, id } = await somebodyWithTwo()
  const other = makeClient(world)
  await signIn(other, authenticator)
  await touch(client, authenticator, { act: 'remove_passkey', target: first })
  await touch(other, authenticator, { act: 'remove_passkey', target: id })
  const answers = await Promise.all([client.delete(`/api/passkeys/${first}`), other.delete(`/api/passkeys/${id}`)])
  expect(statusesOf(answers)).toEqual([200, 409])
  expect(await rows(world, 'select count(*) as n from passkeys')).toEqual([{ n: 1 }])
})

test('removes a passkey once for several requests at the same time', async () => {
  const { world, client, authenticator, id } = await somebodyWithTwo()
  await touch(client, authenticator, { act: 'remove_passkey', target: id })
  const answers = await Promise.all(Array.from({ length: 10 }, () => client.delete(`/api/passkeys/${id}`)))
  expect(statusesOf(answers)).toEqual([200, ...Array.from({ length: 9 }, () => 404)])
  expect(await rows(world, 'select count(*) as n from events where kind = ?', 'passkey_removed')).toEqual([{ n: 1 }])
})

test('U16 returns not found for a passkey of another person', async () => {
  const { world, id } = await somebodyWithTwo()
  const stranger = await signUp(world)
  const answer = await leavingAllAsItWas(world, () => stranger.client.delete(`/api/passkeys/${id}`))
  expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } })
})

test('removes the passkey that opened this session, and keeps the session', async () => {
  const { world, authenticator, second, id } = await somebodyWithTwo()
  const client = makeClient(world)
  await signIn(client, second)
  client.passkeys = authenticator
  expect(await client.delete(`/api/passkeys/${id}`)).toMatchObject({ status: 200 })
  expect(await client.get('/api/session')).toMatchObject({ status: 200 })
})

test('A24 a sign-in during the removal of its passkey opens no session after it', async () => {
  const { world, client, second, id } = await somebodyWithTwo()
  const elsewhere = makeClient(world)
  const [removed, signedIn] = await Promise.all([client.delete(`/api/passkeys/${id}`), signIn(elsewhere, second)])
  expect(removed).toMatchObject({ status: 200 })
  // In either order: a session opened before the removal is in its list; a sign-in after it is refused.
  const { sessions } = removed.body as { sessions: unknown[] }
  expect([
    [200, 1],
    [401, 0],
  ]).toContainEqual([signedIn.status, sessions.length])
})

test('a removal is refused without a session', async () => {
  const { world, id } = await somebodyWithTwo()
  expect(await leavingAllAsItWas(world, () => makeClient(world).delete(`/api/passkeys/${id}`))).toMatchObject({
    status: 401,
  })
})
