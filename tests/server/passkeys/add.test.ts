import { describe, expect, test } from 'vitest'
import { makeClient, statusesOf } from '#tests/helpers/client.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { addPasskey, makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { atOnce, rows } from '#tests/server/passkeys/rows.ts'
import { readyToAdd, readyToSignUp } from '#tests/server/passkeys/steps.ts'

const GOOGLE = 'ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4'

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

describe('the name of a new passkey', () => {
  test.each([
    ['U14 is its provider’s, if known', { aaguid: GOOGLE }, undefined, 'Google Password Manager'],
    [
      'U14 is the browser’s and system’s for an unknown provider',
      { aaguid: 'ffffffff-0000-0000-0000-000000000000' },
      undefined,
      'Chrome on Linux',
    ],
    ['U14 is the browser’s and system’s without a provider', {}, undefined, 'Chrome on Linux'],
    ['U15 is the one given, trimmed', { aaguid: GOOGLE }, '  My phone  ', 'My phone'],
    ['U15 is the one given, up to 64 characters', {}, 'n'.repeat(64), 'n'.repeat(64)],
    ['U15 is the one given, in any script', {}, 'Мой ключ 🔑', 'Мой ключ 🔑'],
    [
      'V3.2.2 is the one given, character by character',
      {},
      '<img src=x onerror=alert(1)>',
      '<img src=x onerror=alert(1)>',
    ],
  ])('%s', async (_, settings, given, expected) => {
    const world = makeWorld()
    const { client } = await signUp(world)
    expect((await addPasskey(client, makeAuthenticator(world, settings), given)).body).toMatchObject({
      passkey: { name: expected },
    })
  })

  test.each([
    ['empty'.slice(5)],
    ['   '],
    ['n'.repeat(65)],
    ['a\nb'],
    ['a\u0000b'],
    ['a\u0085b'],
    ['\ud800'],
    [7],
    [null],
    [['x']],
    [{ toString: 'x' }],
  ])('U15 is refused if it is %j', async (name) => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const { ceremony, options } = await readyToAdd(client)
    const credential = makeAuthenticator(world).create(options)
    expect(await client.post('/api/passkeys', { ceremony, credential, name })).toMatchObject({
      status: 400,
      body: { code: 'invalid_input' },
    })
    expect(await client.post('/api/passkeys', { ceremony, credential, name: 'Mine' })).toMatchObject({ status: 201 })
  })

  test('U15 can be set at sign-up too', async () => {
    const world = makeWorld()
    const client = makeClient(world)
    const { ceremony, options } = await readyToSignUp(world, { email: 'ada@example.com', client })
    const credential = makeAuthenticator(world).create(options)
    await client.post('/api/sign-up/passkey', { ceremony, credential, name: 'My first' })
    expect((await client.get('/api/passkeys')).body).toMatchObject({ passkeys: [{ name: 'My first' }] })
  })
})

describe('an account', () => {
  test('V2.3.2 holds 25 passkeys and refuses one more at the beginning and at the end', async () => {
    const world = makeWorld()
    const { client, userId } = await signUp(world)
    await fill(world, userId, 23)
    const [first, second] = [await readyToAdd(client), await readyToAdd(client)]
    const finish = ({ ceremony, options }: typeof first) =>
      client.post('/api/passkeys', { ceremony, credential: makeAuthenticator(world).create(options) })
    expect(await finish(first)).toMatchObject({ status: 201 })
    expect(await finish(second)).toMatchObject({ status: 409, body: { code: 'too_many_passkeys' } })
    expect(await client.post('/api/passkeys/options')).toMatchObject({
      status: 409,
      body: { code: 'too_many_passkeys' },
    })
    expect((await client.get('/api/passkeys')).body.passkeys).toHaveLength(25)
  })

  test('V2.3.2 holds no more than 25 when several are added at once', async () => {
    const world = makeWorld()
    const { client, userId } = await signUp(world)
    await fill(world, userId, 22)
    const begun = await Promise.all(Array.from({ length: 5 }, () => readyToAdd(client)))
    const answers = await atOnce(5, async (index) => {
      const { ceremony, options } = begun[index] ?? Object.assign({}, begun[0])
      return client.post('/api/passkeys', { ceremony, credential: makeAuthenticator(world).create(options) })
    })
    expect(statusesOf(answers)).toEqual([201, 201, 409, 409, 409])
  })
})

test('U19 R15 user presence and verification are required even if the client claims a conditional passkey', async () => {
  const world = makeWorld()
  const { client } = await signUp(world)
  expect(await client.post('/api/passkeys/options', { conditional: true })).toMatchObject({
    status: 403,
    body: { code: 'forbidden' },
  })
  const { ceremony, options } = await readyToAdd(client)
  const credential = makeAuthenticator(world).create(options, { flags: { up: false, uv: false } })
  expect(await client.post('/api/passkeys', { ceremony, credential, conditional: true })).toMatchObject({
    status: 422,
    body: { code: 'passkey_refused' },
  })
})

test('U18 refuses the same passkey twice', async () => {
  const world = makeWorld()
  const { client, authenticator } = await signUp(world)
  const { ceremony, options } = await readyToAdd(client)
  expect(() => authenticator.create(options)).toThrow('already holds')
  const [own] = authenticator.passkeys
  const credential = authenticator.create(options, { ignoreExcluded: true, credentialId: own?.credentialId })
  expect(await client.post('/api/passkeys', { ceremony, credential })).toMatchObject({
    status: 409,
    body: { code: 'passkey_taken' },
  })
})

/** Passkeys that exist only in the database. */
function fill(world: ReturnType<typeof makeWorld>, userId: string, count: number): Promise<void> {
  return world.db.transaction(async (tx) => {
    for (let index = 0; index < count; index += 1) {
      await tx.run(
        `insert into passkeys (id, user_id, credential_id, public_key, sign_count, uv_initialized, backup_eligible, backup_state, transports, aaguid, name, created_at)
         values (?, ?, ?, 'none', 0, 1, 1, 1, '[]', '', 'One of many', ?)`,
        tx.newId(),
        userId,
        tx.newId(),
        tx.now,
      )
    }
  })
}
