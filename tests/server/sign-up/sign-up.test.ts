import { expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { newestLetter } from '#tests/helpers/mailbox.ts'
import { confirm, makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { rowCounts, rows } from '#tests/server/passkeys/rows.ts'
import { readyToSignUp } from '#tests/server/passkeys/steps.ts'
import { PERSONAL } from '#tests/server/sign-up/sign-up-steps.ts'

const NOBODY = { users: 0, emails: 0, passkeys: 0, sessions: 0, browsers: 0, events: 0 }

test('a person signs up, signs out, signs in and confirms', async () => {
  const world = makeWorld()
  const { client, authenticator, email } = await signUp(world)
  expect((await client.get('/api/session')).body).toMatchObject({ user: { email }, session: { way: 'sign_up' } })
  expect((await client.delete('/api/session')).status).toBe(204)
  expect((await client.get('/api/session')).status).toBe(401)
  const other = makeClient(world)
  expect(await signIn(other, authenticator)).toMatchObject({ status: 200, body: { user: { email } } })
  expect((await confirm(other, authenticator)).status).toBe(204)
  expect((await other.get('/api/passkeys')).body).toMatchObject({ passkeys: [{ synced: true }] })
})

test('V6.3.2 a new server has no accounts', async () => {
  expect(await rowCounts(makeWorld(), PERSONAL)).toEqual(NOBODY)
})

test('V2.3.3 M5 a person has no row before their passkey is verified, and all rows after it', async () => {
  const world = makeWorld()
  const client = makeClient(world)
  const begun = await client.post('/api/sign-up', { email: 'ada@example.com' })
  expect(await rowCounts(world, PERSONAL)).toEqual(NOBODY)
  const { code } = await newestLetter(world, 'ada@example.com')
  const confirmed = await client.post('/api/sign-up/code', { ceremony: begun.body.ceremony, code })
  expect(await rowCounts(world, PERSONAL)).toEqual(NOBODY)

  const credential = makeAuthenticator(world).create(confirmed.body.options as never)
  expect(await client.post('/api/sign-up/passkey', { ceremony: confirmed.body.ceremony, credential })).toMatchObject({
    status: 201,
    body: { user: { email: 'ada@example.com', name: '' } },
  })
  expect(await rowCounts(world, PERSONAL)).toEqual({
    users: 1,
    emails: 1,
    passkeys: 1,
    sessions: 1,
    browsers: 1,
    events: 1,
  })
  expect(await rows(world, 'select is_primary, address from emails')).toEqual([
    { is_primary: 1, address: 'ada@example.com' },
  ])
})

test('U9 the answer has the data for the password manager', async () => {
  const world = makeWorld()
  const client = makeClient(world)
  const { ceremony, options } = await readyToSignUp(world, { email: 'ada@example.com', client })
  const credential = makeAuthenticator(world).create(options)
  const { body } = await client.post('/api/sign-up/passkey', { ceremony, credential })
  expect(body.accepted).toEqual({
    rpId: 'localhost',
    userHandle: options.user.id,
    credentialIds: [credential.id],
    name: 'ada@example.com',
    displayName: 'ada@example.com',
  })
})

test('V6.4.1 the code has six digits and is in the letter, but not in its subject or in the log', async () => {
  const world = makeWorld()
  await makeClient(world).post('/api/sign-up', { email: 'ada@example.com' })
  const letter = await newestLetter(world, 'ada@example.com')
  expect(letter).toMatchObject({ letter: 'sign-up-code', code: expect.stringMatching(/^\d{6}$/) })
  expect(letter.text).toContain(letter.code)
  expect(letter.subject).not.toContain(letter.code)
  expect(world.logged.join()).not.toContain(letter.code)
})
