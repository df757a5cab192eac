import { describe, expect, test } from 'vitest'
import { SESSION } from '#tests/helpers/cookie-names.ts'
import { type Answer, makeClient } from '#tests/helpers/client.ts'
import { addPasskey, confirm, makeAuthenticator, type Person, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { readyToAdd } from '#tests/server/passkeys/steps.ts'
import { FRESH_MS, MISSING } from '#tests/server/sign-in/confirmation-steps.ts'

/** Every sensitive action with its preparation. */
const SENSITIVE: Record<string, (world: TestWorld, owner: Person) => Promise<() => Promise<Answer>>> = {
  async 'W8 §6.3 asking for another passkey'(_world, { client }) {
    return () => client.post('/api/passkeys/options')
  },
  async '§6.3 asking for an authenticator app'(_world, { client }) {
    return () => client.post('/api/totp')
  },
  async '§6.3 making the first backup codes'(_world, { client }) {
    return () => client.post('/api/backup-codes')
  },
  async '§6.3 asking for another address'(_world, { client }) {
    return () => client.post('/api/emails', { email: 'second@example.com' })
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
    owner.client.cookies.delete(SESSION)
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
