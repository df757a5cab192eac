import { describe, expect, test } from 'vitest'
import { addPasskey, confirm, makeAuthenticator, signIn } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { addEmail } from '#tests/server/emails/steps.ts'
import {
  codeAt,
  done,
  letterNames,
  MINUTE,
  signUpEquipped,
  signUpWithApp,
  STEP,
  stranger,
  type WithApp,
} from '#tests/server/second-factor/steps.ts'
import { knock, startWait, states } from '#tests/server/recoveries/steps.ts'

const UNCONFIRMED = { status: 403, body: { code: 'confirmation_required' } }
const UNTOUCHED = { status: 403, body: { code: 'touch_required' } }

/** Signs in with the mailbox and a code from the app, as on a borrowed computer. */
async function borrow(world: TestWorld, owner: WithApp) {
  const { client, pass } = await knock(world, owner)
  return {
    client,
    answer: await client.post('/api/recovery/second-step', {
      ceremony: pass.ceremony,
      code: codeAt(owner.secret, world.now()),
    }),
  }
}

describe('K7 with a second factor there is no wait:', () => {
  test('the answer to the mailbox code lists the available ways', async () => {
    const world = makeWorld()
    const [both, app] = [await signUpEquipped(world), await signUpWithApp(world)]
    expect((await knock(world, both)).pass.ways).toEqual(['totp', 'backup_code'])
    expect((await knock(world, app)).pass.ways).toEqual(['totp'])
  })

  test('N14 a mailbox and a code open a short session, and every address gets a letter', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    await addEmail(world, owner.client, 'second@example.com')
    const { client, answer } = await borrow(world, owner)
    expect(answer).toMatchObject({
      status: 200,
      body: { user: { email: owner.email }, accepted: { credentialIds: [expect.any(String)] } },
    })
    expect((await client.get('/api/session')).body.session).toMatchObject({
      way: 'mailbox_code',
      expiresAt: world.now() + 12 * 60 * MINUTE,
    })
    for (const to of [owner.email, 'second@example.com'])
      expect(await letterNames(world, to)).toContain('borrowed-sign-in')
  })

  test('the session is not longer than SESSION_MAX', async () => {
    const world = makeWorld({ SESSION_MAX: '6h', SESSION_IDLE: '6h' })
    const owner = await signUpWithApp(world)
    const { client } = await borrow(world, owner)
    expect((await client.get('/api/session')).body.session).toMatchObject({ expiresAt: world.now() + 6 * 60 * MINUTE })
  })

  test('the sign-in removes nothing and ends nothing', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    await borrow(world, owner)
    expect(await owner.client.get('/api/session')).toMatchObject({ status: 200 })
    expect(await signIn(stranger(world), owner.authenticator)).toMatchObject({ status: 200 })
  })

  test('the session does not end a running wait by itself, but cancels it with a touch', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    await startWait(world, owner)
    const { client } = await borrow(world, owner)
    expect(await states(world, owner.userId)).toEqual(['waiting'])
    expect(await client.post('/api/account/recovery/cancel')).toMatchObject({ status: 403 })
    client.passkeys = owner.authenticator
    expect(await client.post('/api/account/recovery/cancel')).toMatchObject({ status: 204 })
  })
})

describe('a session opened with a mailbox and a code', () => {
  test('S8 adds a passkey for ten minutes, to the millisecond', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const { client } = await borrow(world, owner)
    world.turnClock(10 * MINUTE)
    expect(await addPasskey(client, makeAuthenticator(world))).toMatchObject({ status: 201 })
    world.turnClock(1)
    expect(await addPasskey(client, makeAuthenticator(world))).toMatchObject(UNCONFIRMED)
  })

  test('§6.3 P1 is not confirmed for anything else and touches for nothing, even with the passkey it added', async () => {
    const world = makeWorld()
    const owner = await signUpEquipped(world)
    const second = await addEmail(world, owner.client, 'second@example.com')
    const { client } = await borrow(world, owner)
    world.turnClock(1)
    const added = makeAuthenticator(world)
    const { id } = done(await addPasskey(client, added)).body.passkey as { id: string }
    expect((await confirm(client, added).catch(() => ({ status: 'no passkey fits' }))).status).toBe('no passkey fits')
    const acts = [
      [UNTOUCHED, 'DELETE', `/api/passkeys/${id}`],
      [UNCONFIRMED, 'POST', '/api/totp'],
      [UNTOUCHED, 'DELETE', '/api/totp'],
      [UNTOUCHED, 'POST', '/api/backup-codes'],
      [UNTOUCHED, 'PUT', '/api/password', { password: 'nine silver bells' }],
      [UNTOUCHED, 'DELETE', '/api/password'],
      [UNCONFIRMED, 'POST', '/api/emails', { email: 'third@example.com' }],
      [UNTOUCHED, 'PUT', `/api/emails/${second.id}/primary`],
      [UNTOUCHED, 'DELETE', `/api/emails/${second.id}`],
      [UNCONFIRMED, 'DELETE', '/api/sessions'],
      [UNCONFIRMED, 'GET', '/api/account/export'],
      [UNTOUCHED, 'DELETE', '/api/account'],
    ] as const
    for (const [refusal, method, path, body] of acts)
      expect([method, path, await client.send(method, path, body)]).toMatchObject([method, path, refusal])
    const own = owner.authenticator.passkeys[0]?.credentialId.toString('base64url')
    expect((await client.post('/api/confirmation/options', { act: 'delete_account' })).body).toMatchObject({
      ways: ['passkey', 'totp'],
      options: { allowCredentials: [{ id: own }] },
    })
  })

  test('can be confirmed with a fresh code, and then has all rights', async () => {
    const world = makeWorld()
    const owner = await signUpWithApp(world)
    const { client } = await borrow(world, owner)
    world.turnClock(STEP)
    expect(await client.post('/api/confirmation', { code: codeAt(owner.secret, world.now()) })).toMatchObject({
      status: 204,
    })
    expect(await client.post('/api/backup-codes')).toMatchObject({ status: 200 })
  })
})
