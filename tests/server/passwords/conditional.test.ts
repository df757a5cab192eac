import { describe, expect, test } from 'vitest'
import type { Client } from '#tests/helpers/client.ts'
import { makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { begun, type CreationOptions } from '#tests/server/passkeys/steps.ts'
import {
  codeAt,
  done,
  letterNames,
  MINUTE,
  passMailbox,
  signInByPassword,
  signUpWithApp,
  stranger,
} from '#tests/server/second-factor/steps.ts'

const SILENT = { flags: { up: false, uv: false } }

/** Begins a conditional passkey in a session just opened with a password. */
async function readyToUpgrade(world: TestWorld) {
  const owner = await signUpWithApp(world)
  const { client } = await signInByPassword(world, owner)
  const { ceremony, options } = begun<CreationOptions>(
    await client.post('/api/passkeys/options', { conditional: true }),
  )
  const finish = (credential: unknown) => client.post('/api/passkeys', { ceremony, credential })
  return { owner, client, options, finish, authenticator: makeAuthenticator(world) }
}

describe('U19 a conditional passkey', () => {
  test.each([
    ['neither present nor verified', SILENT],
    ['present, not verified', { flags: { uv: false } }],
    ['present and verified', {}],
  ])('is accepted after a password sign-in with its user %s, and every address gets a letter', async (_, twist) => {
    const world = makeWorld()
    const { owner, options, finish, authenticator } = await readyToUpgrade(world)
    expect(options.excludeCredentials).toHaveLength(1)
    expect(await finish(authenticator.create(options, twist))).toMatchObject({ status: 201 })
    expect(await letterNames(world, owner.email)).toContain('passkey-added')
  })

  test('made without user verification still needs it at sign-in', async () => {
    const world = makeWorld()
    const { options, finish, authenticator } = await readyToUpgrade(world)
    done(await finish(authenticator.create(options, SILENT)))
    for (const flags of [{ uv: false }, { up: false }, { up: false, uv: false }]) {
      expect(await signIn(stranger(world), authenticator, { flags })).toMatchObject({
        status: 401,
        body: { code: 'sign_in_failed' },
      })
    }
    expect(await signIn(stranger(world), authenticator)).toMatchObject({ status: 200 })
  })

  test('P1 does not confirm the session it was made in', async () => {
    const world = makeWorld()
    const { client, options, finish, authenticator } = await readyToUpgrade(world)
    world.turnClock(1)
    done(await finish(authenticator.create(options, SILENT)))
    const { ceremony, options: asked } = (await client.post('/api/confirmation/options')).body as never
    const credential = authenticator.get(asked, { passkey: authenticator.passkeys[0] })
    expect(await client.post('/api/confirmation', { ceremony, credential })).toMatchObject({
      status: 403,
      body: { code: 'confirmation_failed' },
    })
  })

  test('is allowed for ten minutes after the sign-in', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const { client } = await signInByPassword(world, owner)
    world.turnClock(10 * MINUTE)
    expect(await client.post('/api/passkeys/options', { conditional: true })).toMatchObject({ status: 200 })
    world.turnClock(1)
    expect(await client.post('/api/passkeys/options', { conditional: true })).toMatchObject({
      status: 403,
      body: { code: 'confirmation_required' },
    })
  })
})

/** Every other way to open a session. */
const OTHERS: Record<string, (world: TestWorld) => Promise<Client>> = {
  async 'sign-up'(world) {
    return (await signUp(world)).client
  },
  async 'a passkey'(world) {
    const { authenticator } = await signUp(world)
    const client = stranger(world)
    done(await signIn(client, authenticator))
    return client
  },
  async 'a mailbox and a code'(world) {
    const owner = await signUpWithApp(world)
    const client = stranger(world)
    const { ceremony } = await passMailbox(world, client, owner.email)
    done(await client.post('/api/recovery/second-step', { ceremony, code: codeAt(owner.secret, world.now()) }))
    return client
  },
}

describe.each(Object.entries(OTHERS))('U19 in a session opened with %s', (_, open) => {
  test('beginning a conditional passkey is refused', async () => {
    const world = makeWorld()
    const client = await open(world)
    expect(await client.post('/api/passkeys/options', { conditional: true })).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    })
  })

  test.each([
    ['without presence', { up: false }],
    ['without verification', { uv: false }],
  ])('R15 R16 a passkey made %s is refused', async (_, flags) => {
    const world = makeWorld()
    const client = await open(world)
    const { ceremony, options } = begun<CreationOptions>(await client.post('/api/passkeys/options'))
    expect(
      await client.post('/api/passkeys', { ceremony, credential: makeAuthenticator(world).create(options, { flags }) }),
    ).toMatchObject({ status: 422, body: { code: 'passkey_refused' } })
  })
})

test('R15 an ordinary passkey needs user presence in a password session too', async () => {
  const world = makeWorld()
  const owner = await signUpWithApp(world)
  const { client } = await signInByPassword(world, owner)
  const { ceremony, options } = begun<CreationOptions>(
    await client.post('/api/passkeys/options', { conditional: false }),
  )
  expect(
    await client.post('/api/passkeys', {
      ceremony,
      credential: makeAuthenticator(world).create(options, SILENT),
      conditional: true,
    }),
  ).toMatchObject({ status: 422 })
})
