import { describe, expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { addPasskey, makeAuthenticator, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { readyToAdd, readyToSignUp } from '#tests/server/passkeys/steps.ts'

const GOOGLE = 'ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4'
const UNKNOWN = 'ffffffff-0000-0000-0000-000000000000'

describe('the name of a new passkey', () => {
  test.each([
    ['U14 is its provider’s, if known', { aaguid: GOOGLE }, undefined, 'Google Password Manager'],
    ['U14 is its kind’s for an unknown provider that copies it', { aaguid: UNKNOWN }, undefined, 'Password manager'],
    ['U14 is its kind’s without a provider', {}, undefined, 'Password manager'],
    [
      'U14 is its kind’s on an unknown security key',
      { aaguid: UNKNOWN, backupEligible: false, transports: ['usb', 'nfc'] },
      undefined,
      'Security key',
    ],
    [
      'U14 is the browser’s and system’s on an unknown device',
      { aaguid: UNKNOWN, backupEligible: false, transports: ['internal'] },
      undefined,
      'Chrome on Linux',
    ],
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

  test('U14 is in the person’s language', async () => {
    const world = makeWorld()
    const { client } = await signUp(world, {
      client: makeClient(world, { cookies: new Map([['latchkey-language', 'de']]) }),
    })
    const key = makeAuthenticator(world, { backupEligible: false, transports: ['usb'] })
    expect((await addPasskey(client, key)).body).toMatchObject({
      passkey: { name: 'Sicherheitsschlüssel', kind: 'key' },
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
