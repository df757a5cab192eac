import { describe, expect, test } from 'vitest'
import { flippedBit } from '#tests/helpers/authenticator/hostile/signatures.ts'
import { type Answer, type Client, makeClient } from '#tests/helpers/client.ts'
import { addPasskey, confirm, makeAuthenticator, type Person, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { readyToAdd, readyToConfirm } from '#tests/server/passkeys/steps.ts'
import { beforeTransaction } from '#tests/server/second-factor/steps.ts'

const FRESH_MS = 10 * 60_000
const MISSING = { status: 403, body: { code: 'confirmation_required' } }

/** Every sensitive action with its preparation. */
const SENSITIVE: Record<string, (world: TestWorld, owner: Person) => Promise<() => Promise<Answer>>> = {
  async 'W8 §6.3 asking for another passkey'(_world, { client }) {
    return () => client.post('/api/passkeys/options')
  },
  async '§6.3 U16 removing a passkey'(world, { client }) {
    const added = await addPasskey(client, makeAuthenticator(world))
    const { id } = added.body.passkey as { id: string }
    return () => client.delete(`/api/passkeys/${id}`)
  },
  async '§6.3 ending all other sessions'(_world, { client }) {
    return () => client.delete('/api/sessions')
  },
  async '§6.3 ending another session'(world, { client, authenticator }) {
    const other = makeClient(world)
    await signIn(other, authenticator)
    const { session } = (await other.get('/api/session')).body as { session: { id: string } }
    return () => client.delete(`/api/sessions/${session.id}`)
  },
  async '§6.3 exporting everything'(_world, { client }) {
    return () => client.get('/api/account/export')
  },
}

describe.each(Object.entries(SENSITIVE))('%s', (_, prepare) => {
  async function begin() {
    const world = makeWorld()
    const owner = await signUp(world)
    return { world, owner, act: await prepare(world, owner) }
  }

  test('S8 W16 is allowed for ten minutes after a confirmation, to the millisecond', async () => {
    const { world, act } = await begin()
    world.turnClock(FRESH_MS)
    expect((await act()).status).toBeLessThan(300)
    const late = await begin()
    late.world.turnClock(FRESH_MS + 1)
    expect(await leavingAllAsItWas(late.world, late.act, { but: ['sessions'] })).toMatchObject(MISSING)
  })

  test('S8 is refused while the confirmation lies in the future, after the clock was set back', async () => {
    const { world, act } = await begin()
    world.turnClock(-1)
    expect(await leavingAllAsItWas(world, act)).toMatchObject(MISSING)
  })

  test('is allowed again after a fresh confirmation', async () => {
    const { world, owner, act } = await begin()
    world.turnClock(FRESH_MS + 1)
    expect(await confirm(owner.client, owner.authenticator)).toMatchObject({ status: 204 })
    expect((await act()).status).toBeLessThan(300)
  })

  test('is refused without a session', async () => {
    const { world, owner, act } = await begin()
    owner.client.cookies.delete('latchkey-session')
    expect(await leavingAllAsItWas(world, act)).toMatchObject({ status: 401, body: { code: 'not_signed_in' } })
  })
})

describe('adding a passkey', () => {
  test('W8 is refused at its end too if the confirmation has expired since the beginning', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    world.turnClock(FRESH_MS - 1_000)
    const { ceremony, options } = await readyToAdd(client)
    world.turnClock(1_001)
    const credential = makeAuthenticator(world).create(options)
    expect(await client.post('/api/passkeys', { ceremony, credential })).toMatchObject(MISSING)
  })

  test('S8 is not a confirmation', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    world.turnClock(FRESH_MS)
    expect(await addPasskey(client, makeAuthenticator(world))).toMatchObject({ status: 201 })
    world.turnClock(1)
    expect(await client.delete('/api/sessions')).toMatchObject(MISSING)
  })
})

describe('a confirmation', () => {
  test('S6 gives the session a new token, and the old one is refused at once', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const before = client.copy()
    const { session } = (await client.get('/api/session')).body as { session: { id: string; expiresAt: number } }
    world.turnClock(1_000)
    expect(await confirm(client, authenticator)).toMatchObject({ status: 204 })

    expect(await before.get('/api/session')).toMatchObject({ status: 401 })
    expect((await client.get('/api/session')).body).toMatchObject({
      session: { id: session.id, expiresAt: session.expiresAt, confirmedAt: world.now() },
    })
  })

  test.each(['a wrong signature', 'a wrong person'])(
    'S8 is refused for %s, and the session does not change',
    async (what) => {
      const world = makeWorld()
      const [{ client, authenticator }, stranger] = [await signUp(world), await signUp(world)]
      world.turnClock(FRESH_MS + 1)
      const { ceremony, options } = await readyToConfirm(client)
      const credential =
        what === 'a wrong signature'
          ? authenticator.get(options, { signature: flippedBit })
          : stranger.authenticator.get(options, { passkey: stranger.authenticator.passkeys[0] })
      const answer = await client.post('/api/confirmation', { ceremony, credential })
      expect(answer).toMatchObject({ status: 403, body: { code: 'confirmation_failed' } })
      expect(answer.headers.getSetCookie()).toEqual([])
      expect(await client.delete('/api/sessions')).toMatchObject(MISSING)
      expect(await client.get('/api/session')).toMatchObject({ status: 200 })
    },
  )

  test('S8 counts for one session, and not for another of the same person', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const other = makeClient(world)
    await signIn(other, authenticator)
    world.turnClock(FRESH_MS + 1)
    await confirm(client, authenticator)
    expect(await other.delete('/api/sessions')).toMatchObject(MISSING)
    expect(await client.delete('/api/sessions')).toMatchObject({ status: 200 })
  })

  test('is refused without a session', async () => {
    const client = makeClient(makeWorld())
    expect(await client.post('/api/confirmation/options')).toMatchObject({
      status: 401,
      body: { code: 'not_signed_in' },
    })
  })

  test('is refused if the session has ended since the beginning', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const { ceremony, options } = await readyToConfirm(client)
    const other = makeClient(world)
    await signIn(other, authenticator)
    await other.delete('/api/sessions')
    expect(await client.post('/api/confirmation', { ceremony, credential: authenticator.get(options) })).toMatchObject({
      status: 401,
    })
  })

  test('is refused if the session ends while the answer is verified', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const { ceremony, options } = await readyToConfirm(client)
    // The first transaction counts the attempt, the second confirms.
    beforeTransaction(world, 2, (transaction) => transaction((tx) => tx.run('delete from sessions')))
    const answer = await leavingAllAsItWas(
      world,
      () => client.post('/api/confirmation', { ceremony, credential: authenticator.get(options) }),
      { but: ['sessions'] },
    )
    expect(answer).toMatchObject({ status: 401, body: { code: 'not_signed_in' } })
  })

  test('is refused with a passkey that is removed while the answer is verified', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const { ceremony, options } = await readyToConfirm(client)
    beforeTransaction(world, 2, (transaction) => transaction((tx) => tx.run('delete from passkeys')))
    expect(await client.post('/api/confirmation', { ceremony, credential: authenticator.get(options) })).toMatchObject({
      status: 403,
      body: { code: 'confirmation_failed' },
    })
  })

  test('S9 does not extend the session', async () => {
    const world = makeWorld({ SESSION_IDLE: '2h', SESSION_MAX: '2h' })
    const { client, authenticator } = await signUp(world)
    world.turnClock(119 * 60_000)
    const answer = await confirm(client, authenticator)
    expect(answer.headers.getSetCookie().join()).toContain('Max-Age=60;')
    world.turnClock(60_000)
    expect(await client.get('/api/session')).toMatchObject({ status: 401 })
  })
})

describe('P1 a passkey added in this session', () => {
  async function withSecondPasskey() {
    const world = makeWorld()
    const owner = await signUp(world)
    world.turnClock(1)
    const late = makeAuthenticator(world)
    await addPasskey(owner.client, late)
    world.turnClock(FRESH_MS + 1)
    return { world, owner, late }
  }

  test('is not in the options of a confirmation', async () => {
    const { owner } = await withSecondPasskey()
    const { options } = await readyToConfirm(owner.client)
    expect(options.allowCredentials?.map(({ id }) => id)).toEqual([
      owner.authenticator.passkeys[0]?.credentialId.toString('base64url'),
    ])
  })

  test('cannot confirm it, even if the client uses it anyway', async () => {
    const { owner, late } = await withSecondPasskey()
    const { ceremony, options } = await readyToConfirm(owner.client)
    const credential = late.get(options, { passkey: late.passkeys[0] })
    expect(await owner.client.post('/api/confirmation', { ceremony, credential })).toMatchObject({
      status: 403,
      body: { code: 'confirmation_failed' },
    })
    expect(await owner.client.delete('/api/sessions')).toMatchObject(MISSING)
  })

  test('confirms a session that begins after it', async () => {
    const { world, late } = await withSecondPasskey()
    const client = makeClient(world)
    await signIn(client, late)
    world.turnClock(FRESH_MS + 1)
    expect(await confirm(client, late)).toMatchObject({ status: 204 })
  })

  test('does not confirm an older session, even if it was added in another', async () => {
    const { world, owner, late } = await withSecondPasskey()
    const elsewhere: Client = makeClient(world)
    await signIn(elsewhere, owner.authenticator)
    world.turnClock(1)
    const third = makeAuthenticator(world)
    await addPasskey(elsewhere, third)
    for (const authenticator of [late, third]) {
      const { ceremony, options } = await readyToConfirm(owner.client)
      const credential = authenticator.get(options, { passkey: authenticator.passkeys[0] })
      expect(await owner.client.post('/api/confirmation', { ceremony, credential })).toMatchObject({ status: 403 })
    }
  })

  test('leaves no way to confirm if the older ones are removed', async () => {
    const { world, owner } = await withSecondPasskey()
    await confirm(owner.client, owner.authenticator)
    const { passkeys } = (await owner.client.get('/api/passkeys')).body as {
      passkeys: { id: string; createdAt: number }[]
    }
    const oldest = passkeys.toSorted((a, b) => a.createdAt - b.createdAt)[0]
    expect(await owner.client.delete(`/api/passkeys/${oldest?.id}`)).toMatchObject({ status: 200 })
    // An empty list of allowed passkeys would allow every one, so there are no options at all.
    expect((await owner.client.post('/api/confirmation/options')).body).toEqual({ ways: [] })
    world.turnClock(FRESH_MS + 1)
    expect(await owner.client.delete('/api/sessions')).toMatchObject(MISSING)
  })
})
