import { randomBytes } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeClient, statusesOf } from '#tests/helpers/client.ts'
import { confirm, makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { atOnce, leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { readyToAdd, readyToSignUp } from '#tests/server/passkeys/steps.ts'

test('R26 a new id that two people register at once belongs to one of them', async () => {
  const world = makeWorld()
  const roads = await Promise.all(
    [signUp(world), signUp(world)].map(async (signing) => {
      const { client } = await signing
      return { client, ...(await readyToAdd(client)) }
    }),
  )
  const credentialId = randomBytes(32)
  const answers = await atOnce(2, async (index) => {
    const { client, ceremony, options } = roads[index] ?? Object.assign({}, roads[0])
    return client.post('/api/passkeys', {
      ceremony,
      credential: makeAuthenticator(world).create(options, { credentialId }),
    })
  })
  expect(statusesOf(answers)).toEqual([201, 409])
  expect(
    await rows(world, 'select count(*) as n from passkeys where credential_id = ?', credentialId.toString('base64url')),
  ).toEqual([{ n: 1 }])
})

test('R29 a registration begun by one person cannot be finished by another', async () => {
  const world = makeWorld()
  const [ada, bob] = [await signUp(world), await signUp(world)]
  const { ceremony, options } = await readyToAdd(ada.client)
  // The same browser, signed in as another person in another tab.
  expect(await signIn(ada.client, bob.authenticator)).toMatchObject({ status: 200, body: { user: { id: bob.userId } } })

  const credential = makeAuthenticator(world).create(options)
  const answer = await leavingAllAsItWas(world, () => ada.client.post('/api/passkeys', { ceremony, credential }))
  expect(answer).toMatchObject({ status: 410, body: { code: 'ceremony_over' } })
})

test('R29 a registration begun in an earlier session cannot be finished in a later one', async () => {
  const world = makeWorld()
  const { client, authenticator } = await signUp(world)
  const { ceremony, options } = await readyToAdd(client)
  await signIn(client, authenticator)

  const credential = makeAuthenticator(world).create(options)
  expect(await leavingAllAsItWas(world, () => client.post('/api/passkeys', { ceremony, credential }))).toMatchObject({
    status: 410,
  })
})

test('R29 a registration can be finished after a confirmation, which only renews the session token', async () => {
  const world = makeWorld()
  const { client, authenticator } = await signUp(world)
  const { ceremony, options } = await readyToAdd(client)
  expect(await confirm(client, authenticator)).toMatchObject({ status: 204 })
  expect(
    await client.post('/api/passkeys', { ceremony, credential: makeAuthenticator(world).create(options) }),
  ).toMatchObject({ status: 201 })
})

test('R29 the account gets the proven address, even if another one is sent', async () => {
  const world = makeWorld()
  const client = makeClient(world)
  const { ceremony, options } = await readyToSignUp(world, { email: 'ada@example.com', client })
  const credential = makeAuthenticator(world).create(options)
  const answer = await client.post('/api/sign-up/passkey', {
    ceremony,
    credential,
    email: 'victim@example.com',
    userId: 'victim',
  })
  expect(answer).toMatchObject({ status: 201, body: { user: { email: 'ada@example.com' } } })
  expect(await rows(world, 'select address from emails')).toEqual([{ address: 'ada@example.com' }])
})
