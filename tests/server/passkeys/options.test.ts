import { describe, expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { addPasskey, makeAuthenticator, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { begun, readyToAdd, readyToConfirm, readyToSignIn, readyToSignUp, ROADS } from '#tests/server/passkeys/steps.ts'

describe.each(Object.entries(ROADS))('the options for a new passkey, %s,', (_, road) => {
  test('W1 W4 W5 W6 ask for a discoverable one, user verification, our algorithms and no attestation', async () => {
    const { options } = await road(makeWorld())
    expect(options).toMatchObject({
      rp: { id: 'localhost', name: 'Latchkey' },
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      attestation: 'none',
      timeout: 300_000,
    })
    expect(options.authenticatorSelection).not.toHaveProperty('authenticatorAttachment')
    expect(options.pubKeyCredParams.map(({ alg }) => alg).toSorted((a, b) => a - b)).toEqual([-257, -8, -7])
  })

  test('W1 have a random user handle of 64 bytes', async () => {
    const { options } = await road(makeWorld())
    expect(Buffer.from(options.user.id, 'base64url')).toHaveLength(64)
    expect(Buffer.from(options.user.id, 'base64url').toString('latin1')).not.toContain('example.com')
  })

  test('W3 have a challenge of 32 bytes', async () => {
    const { options } = await road(makeWorld())
    expect(Buffer.from(options.challenge, 'base64url')).toHaveLength(32)
  })
})

describe('the options', () => {
  test('W1 for every passkey of a person have the same user handle', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const [first, second] = [await readyToAdd(client), await readyToAdd(client)]
    const handle = authenticator.passkeys[0]?.userHandle.toString('base64url')
    expect([first.options.user.id, second.options.user.id]).toEqual([handle, handle])
  })

  test('W1 for two people have two user handles', async () => {
    const world = makeWorld()
    const client = makeClient(world)
    const [one, two] = [
      await readyToSignUp(world, { email: 'one@example.com', client }),
      await readyToSignUp(world, { email: 'two@example.com', client }),
    ]
    expect(one.options.user.id).not.toBe(two.options.user.id)
  })

  test('W2 for a new passkey have the address as its name', async () => {
    const world = makeWorld()
    const { client, email } = await signUp(world)
    const { options } = await readyToAdd(client)
    expect(options.user).toMatchObject({ name: email, displayName: email })
  })

  test('W7 for another passkey exclude all existing ones with their transports, and no one else’s', async () => {
    const world = makeWorld()
    const [ada] = [await signUp(world), await signUp(world)]
    const key = makeAuthenticator(world, { transports: ['usb'] })
    await addPasskey(ada.client, key)
    const { options } = await readyToAdd(ada.client)
    expect(options.excludeCredentials).toHaveLength(2)
    expect(options.excludeCredentials).toEqual(
      expect.arrayContaining([
        {
          id: ada.authenticator.passkeys[0]?.credentialId.toString('base64url'),
          type: 'public-key',
          transports: ['internal', 'hybrid'],
        },
        { id: key.passkeys[0]?.credentialId.toString('base64url'), type: 'public-key', transports: ['usb'] },
      ]),
    )
  })

  test('W7 at sign-up exclude nothing', async () => {
    const world = makeWorld()
    await signUp(world)
    const { options } = await readyToSignUp(world, { email: 'new@example.com', client: makeClient(world) })
    expect(options.excludeCredentials ?? []).toEqual([])
  })

  test('W1 for a passkey elsewhere ask for a phone or a security key, and for all that others do', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const { options } = await readyToAdd(client)
    const elsewhere = begun<typeof options>(await client.post('/api/passkeys/options', { elsewhere: true })).options
    const { authenticatorSelection, challenge } = elsewhere
    expect(options).toMatchObject({ hints: [] })
    expect(elsewhere).toEqual({
      ...options,
      challenge,
      hints: ['hybrid', 'security-key'],
      authenticatorSelection: { ...options.authenticatorSelection, authenticatorAttachment: 'cross-platform' },
    })
    expect(authenticatorSelection).toMatchObject({ residentKey: 'required', userVerification: 'required' })
  })

  test.each(['yes', 1, null, ['hybrid'], { hints: [] }])(
    'for a passkey elsewhere are refused for %j',
    async (elsewhere) => {
      const { client } = await signUp(makeWorld())
      expect(await client.post('/api/passkeys/options', { elsewhere })).toMatchObject({
        status: 400,
        body: { code: 'invalid_input' },
      })
    },
  )

  test('W8 for another passkey are refused without a session', async () => {
    expect(await makeClient(makeWorld()).post('/api/passkeys/options')).toMatchObject({
      status: 401,
      body: { code: 'not_signed_in' },
    })
  })

  test('W9 for sign-in name no passkeys, for any caller and any body', async () => {
    const world = makeWorld()
    const { client, email } = await signUp(world)
    for (const asking of [client, makeClient(world)]) {
      const { options } = await readyToSignIn(asking)
      expect(options.allowCredentials ?? []).toEqual([])
      expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required', timeout: 300_000 })
      expect(JSON.stringify((await asking.post('/api/sign-in/options', { email })).body)).not.toContain('public-key')
    }
  })

  test('W11 for a confirmation require user verification', async () => {
    const { client } = await signUp(makeWorld())
    expect((await readyToConfirm(client)).options).toMatchObject({
      rpId: 'localhost',
      userVerification: 'required',
      timeout: 300_000,
    })
  })

  test('U23 ask for no extension that derives keys or stores blobs', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    for (const { options } of [
      await readyToAdd(client),
      await readyToSignIn(client),
      await readyToConfirm(client),
      await readyToSignUp(world, { email: 'new@example.com', client: makeClient(world) }),
    ]) {
      expect(JSON.stringify(options)).not.toMatch(/prf|blob|hmac/i)
    }
  })

  test('U28 have the configured RP ID, not the host name', async () => {
    const world = makeWorld(
      {},
      { origin: 'https://id.example.com', local: false, rp: { id: 'example.com', name: 'Example' } },
    )
    const { options } = await readyToSignUp(world, { email: 'ada@example.com', client: makeClient(world) })
    expect(options.rp).toEqual({ id: 'example.com', name: 'Example' })
    expect((await readyToSignIn(makeClient(world))).options.rpId).toBe('example.com')
  })
})
