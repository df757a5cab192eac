import { expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { addPasskey, makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'

test('adds a passkey that can sign in', async () => {
  const world = makeWorld()
  const { client, userId } = await signUp(world)
  const second = makeAuthenticator(world, { backupEligible: false, transports: ['usb'] })
  const answer = await addPasskey(client, second, 'The key on my ring')
  expect(answer).toMatchObject({
    status: 201,
    body: {
      passkey: {
        name: 'The key on my ring',
        synced: false,
        backupEligible: false,
        transports: ['usb'],
        createdAt: world.now(),
      },
    },
  })
  expect((await client.get('/api/passkeys')).body.passkeys).toHaveLength(2)
  expect(await signIn(makeClient(world), second)).toMatchObject({ status: 200, body: { user: { id: userId } } })
})

test('N18 sends a letter and stores an event', async () => {
  const world = makeWorld()
  const { client, email, userId } = await signUp(world)
  await addPasskey(client, makeAuthenticator(world), 'Mine')
  const [letter] = await lettersTo(world, email)
  expect(letter).toMatchObject({ letter: 'passkey-added' })
  expect(letter?.text).toContain('Mine')
  const events = await rows(
    world,
    'select kind, details from events where user_id = ? order by seq desc limit 1',
    userId,
  )
  expect(events).toEqual([{ kind: 'passkey_added', details: JSON.stringify({ passkey: 'Mine' }) }])
})

test('U9 returns the complete list for the password manager', async () => {
  const world = makeWorld()
  const { client, authenticator, email } = await signUp(world)
  const second = makeAuthenticator(world)
  const answer = await addPasskey(client, second)
  const ids = [authenticator, second].map(
    ({ passkeys: [passkey] }) => passkey?.credentialId.toString('base64url') ?? '',
  )
  const { accepted } = answer.body as { accepted: { credentialIds: string[] } }
  expect(accepted).toMatchObject({
    rpId: 'localhost',
    userHandle: authenticator.passkeys[0]?.userHandle.toString('base64url'),
    name: email,
    displayName: email,
  })
  expect(accepted.credentialIds.toSorted()).toEqual(ids.toSorted())
})
