import { expect, test } from 'vitest'
import { actorOf, pageVisitor } from '#server/callers/identify.ts'
import { acceptedPasskeys } from '#server/passkeys/accepted.ts'
import { beginPasskey } from '#server/passkeys/add.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { addPasskey, makeAuthenticator, signIn, signUp, touch } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { begun, type RequestOptions, signUpCounting } from '#tests/server/passkeys/steps.ts'
import {
  beforeTransaction,
  done,
  eventKinds,
  letterNames,
  makeCodes,
  MINUTE,
  passMailbox,
  STEP,
  stranger,
} from '#tests/server/second-factor/steps.ts'

test('a passkey removed during its sign-in is refused, and no lower counter is reported', async () => {
  const world = makeWorld()
  const { authenticator, userId, email } = await signUp(world)
  const client = stranger(world)
  const { ceremony, options } = begun<RequestOptions>(await client.post('/api/sign-in/options'))
  // The first transaction counts the attempt, the second spends the ceremony and uses the passkey.
  beforeTransaction(world, 2, (transaction) => transaction((tx) => tx.run('delete from passkeys')))
  expect(await client.post('/api/sign-in', { ceremony, credential: authenticator.get(options) })).toMatchObject({
    status: 401,
    body: { code: 'sign_in_failed' },
  })
  expect(await eventKinds(world, userId)).toEqual(['account_created'])
  expect(await letterNames(world, email)).toEqual(['sign-up-code'])
})

test('W12 the event about a lower counter names the passkey', async () => {
  const world = makeWorld()
  const { authenticator } = await signUpCounting(world)
  await signIn(makeClient(world), authenticator, { signCount: 9 })
  await signIn(makeClient(world), authenticator, { signCount: 9 })
  const [{ name } = { name: '' }] = await rows<{ name: string }>(world, 'select name from passkeys')
  expect(await rows(world, `select details from events where kind = 'passkey_counter_regressed'`)).toEqual([
    { details: JSON.stringify({ passkey: name }) },
  ])
})

test('7.5.1 removing a passkey is refused without a touch for it, and with a touch for another', async () => {
  const world = makeWorld()
  const { client, authenticator } = await signUp(world)
  const { body } = await addPasskey(client, makeAuthenticator(world))
  const { id } = body.passkey as { id: string }
  const [own] = await rows<{ id: string }>(world, 'select id from passkeys where id <> ?', id)
  const refusal = { status: 403, body: { code: 'touch_required', act: 'remove_passkey', target: id } }
  const remove = () => client.send('DELETE', `/api/passkeys/${id}`)
  expect(await leavingAllAsItWas(world, remove), 'freshly confirmed').toMatchObject(refusal)
  done(await touch(client, authenticator, { act: 'remove_passkey', target: own?.id }))
  expect(await leavingAllAsItWas(world, remove)).toMatchObject(refusal)
  done(await touch(client, authenticator, { act: 'remove_passkey', target: id }))
  world.turnClock(10 * MINUTE)
  expect(await leavingAllAsItWas(world, remove, { but: ['sessions'] }), 'too late').toMatchObject(refusal)
})

test('a removal returns the other live sessions that the passkey opened', async () => {
  const world = makeWorld()
  const { client } = await signUp(world)
  const second = makeAuthenticator(world)
  const { body } = await addPasskey(client, second)
  const { id } = body.passkey as { id: string }
  done(await signIn(makeClient(world), second))
  const [session] = await rows<{ id: string }>(world, 'select id from sessions where passkey_id = ?', id)
  expect((await client.delete(`/api/passkeys/${id}`)).body.sessions).toEqual([session?.id])
})

test('a session opened with a mailbox and a code may add a passkey at once, but no conditional one', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  const [code] = await makeCodes(owner.client)
  world.turnClock(STEP)
  const client = stranger(world)
  const { ceremony } = await passMailbox(world, client, owner.email)
  done(await client.post('/api/recovery/second-step', { ceremony, code }))
  expect(await client.post('/api/passkeys/options', { conditional: true })).toMatchObject({
    status: 403,
    body: { code: 'forbidden' },
  })
  expect(await addPasskey(client, makeAuthenticator(world))).toMatchObject({ status: 201 })
})

test('U14 the list shows the provider of a passkey, if known', async () => {
  const world = makeWorld()
  const { client } = await signUp(world)
  await addPasskey(client, makeAuthenticator(world, { aaguid: 'ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4' }), 'Mine')
  const { passkeys } = (await client.get('/api/passkeys')).body as { passkeys: { name: string; provider?: unknown }[] }
  expect(passkeys.filter(({ provider }) => provider)).toMatchObject([
    { name: 'Mine', provider: { name: 'Google Password Manager' }, kind: 'manager' },
  ])
})

test('a person without an account or an address cannot sign in and gets no accepted passkeys', async () => {
  for (const gone of ['emails', 'users']) {
    const world = makeWorld()
    const { client, userId } = await signUp(world)
    const jar = { get: (name: string) => client.cookies.get(name) }
    const actor = await actorOf(world, pageVisitor(world, new Headers(), jar), jar)
    if (!actor) throw new Error('Nobody is signed in.')
    await world.db.transaction((tx) => tx.run(`delete from ${gone}`))
    await expect(beginPasskey(world, actor, {})).rejects.toMatchObject({ code: 'not_signed_in' })
    await expect(world.db.read((reader) => acceptedPasskeys(reader, world.config, userId))).rejects.toThrow(
      'has no person or no primary address',
    )
  }
})
