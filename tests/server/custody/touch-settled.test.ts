import { describe, expect, test } from 'vitest'
import type { Authenticator } from '#tests/helpers/authenticator.ts'
import type { Client } from '#tests/helpers/client.ts'
import { addPasskey, makeAuthenticator, type Person, signIn, signUp, touch } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { ACTS, signUpWithAll, untouched } from '#tests/server/custody/touch-steps.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { readFirstSettling } from '#server/custody/young.ts'
import { codeAt, DAY, done, makeCodes, stranger, turnOnTotp } from '#tests/server/second-factor/steps.ts'

const SETTLES = 10 * DAY
const DELETE = { act: 'delete_account' } as const
const FAILED = { status: 403, body: { code: 'confirmation_failed' } }

const waysOf = async (client: Client) =>
  (await client.send('POST', '/api/confirmation/options', DELETE)).body.ways as string[]

/** Begins a touch and finishes it with this passkey, even if its options do not name it. */
async function force(client: Client, authenticator: Authenticator) {
  const { ceremony, options } = done(await client.send('POST', '/api/confirmation/options', DELETE)).body
  const credential = authenticator.get(options as never, { passkey: authenticator.passkeys[0] })
  return client.send('POST', '/api/confirmation', { ceremony, credential })
}

/** What a session thief or its owner adds later: its way, and how it touches. */
const ADDED: Record<
  'passkey' | 'totp' | 'backup_code',
  (world: TestWorld, owner: Person) => Promise<(client: Client) => ReturnType<typeof force>>
> = {
  async passkey(world, { client }) {
    const late = makeAuthenticator(world)
    done(await addPasskey(client, late))
    return (browser) => force(browser, late)
  },
  async totp(world, { client }) {
    const secret = await turnOnTotp(world, client)
    return (browser) => browser.send('POST', '/api/confirmation', { code: codeAt(secret, world.now()), ...DELETE })
  },
  async backup_code(_world, { client }) {
    const codes = await makeCodes(client)
    return (browser) => browser.send('POST', '/api/confirmation', { code: codes.pop(), ...DELETE })
  },
}

describe.each(Object.entries(ADDED))('a %s that was added a moment after sign-up', (kind, add) => {
  test('touches for nothing until it is ten days old, to the millisecond', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    world.turnClock(1)
    const finish = await add(world, owner)
    world.turnClock(SETTLES - 1)
    const client = stranger(world)
    done(await signIn(client, owner.authenticator))
    // A passkey is always among the ways: the one of the sign-up.
    const { options, ways } = done(await client.send('POST', '/api/confirmation/options', DELETE)).body
    expect((options as { allowCredentials: unknown[] }).allowCredentials).toHaveLength(1)
    expect(ways).toEqual(['passkey'])
    expect(await finish(client)).toMatchObject(FAILED)
    expect(await client.send('DELETE', '/api/account')).toMatchObject(untouched(DELETE))

    world.turnClock(1)
    expect(await waysOf(client)).toEqual(kind === 'passkey' ? ['passkey'] : ['passkey', kind])
    expect(await finish(client)).toMatchObject({ status: 204 })
    expect(await client.send('DELETE', '/api/account')).toMatchObject({ status: 200 })
  })
})

test('a code that may not touch is not used up', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  world.turnClock(1)
  const codes = await makeCodes(owner.client)
  expect(await owner.client.send('POST', '/api/confirmation', { code: codes[0], ...DELETE })).toMatchObject(FAILED)
  expect((await owner.client.get('/api/backup-codes')).body).toMatchObject({ remaining: 10 })
})

test('what was bound at sign-up touches at once', async () => {
  const world = makeWorld()
  const { client, authenticator } = await signUp(world)
  done(await touch(client, authenticator, DELETE))
  expect(await client.send('DELETE', '/api/account')).toMatchObject({ status: 200 })
})

test('a suspended app does not touch', async () => {
  const world = makeWorld()
  const { client } = await signUp(world)
  const secret = await turnOnTotp(world, client)
  expect(await waysOf(client)).toEqual(['passkey', 'totp'])
  world.turnClock(DAY)
  await world.db.transaction((tx) => tx.run('update totp set suspended_at = ?', tx.now))
  expect(await waysOf(client)).toEqual(['passkey'])
  expect(
    (await client.send('POST', '/api/confirmation', { code: codeAt(secret, world.now()), ...DELETE })).status,
  ).toBe(401)
})

test('a passkey of the sign-up does not touch while it lies in the future, after the clock was set back', async () => {
  const world = makeWorld()
  const { client } = await signUp(world)
  world.turnClock(-1)
  expect(await client.send('POST', '/api/confirmation/options', DELETE)).toMatchObject({
    status: 403,
    body: { code: 'not_settled' },
  })
})

describe('an account in which nothing has settled', () => {
  /** A person whose way in of the sign-up is gone. Two passkeys were added since, a day apart. */
  async function nothingSettled(act: (typeof ACTS)[string]) {
    const world = makeWorld()
    const owner = await signUpWithAll(world)
    const taking = await act(world, owner)
    world.turnClock(DAY)
    const late = makeAuthenticator(world)
    await signIn(owner.client, owner.authenticator)
    done(await addPasskey(owner.client, late))
    const settlesAt = world.now() + SETTLES
    world.turnClock(1)
    await world.db.transaction(async (tx) => {
      await tx.run('delete from passkeys where created_at < ?', settlesAt - SETTLES)
      // Only their rows are there, so that every act has something to take away.
      await tx.run('update totp set created_at = ?', tx.now)
      await tx.run('update backup_codes set created_at = ?', tx.now)
    })
    return { world, client: owner.client, late, settlesAt, ...taking }
  }

  test.each(Object.entries(ACTS).filter(([name]) => !['removing a passkey', 'replacing the app'].includes(name)))(
    'refuses %s with the time from which the first way in may, to the millisecond',
    async (_, act) => {
      const { world, client, late, settlesAt, wanted, send } = await nothingSettled(act)
      const refusal = {
        status: 403,
        body: { code: 'not_settled', settlesAt, detail: expect.stringMatching(/10 days/) },
      }
      expect(await send(client)).toMatchObject(refusal)
      expect(await client.send('POST', '/api/confirmation/options', wanted)).toMatchObject(refusal)

      world.turnClock(settlesAt - world.now() - 1)
      done(await signIn(client, late))
      expect(await send(client)).toMatchObject({
        status: 403,
        body: { code: 'not_settled', settlesAt, detail: expect.stringMatching(/One day/) },
      })
      world.turnClock(1)
      expect(await send(client)).toMatchObject(untouched(wanted))
      done(await touch(client, late, wanted))
      expect((await send(client)).status).toBeLessThan(300)
    },
  )

  test('refuses the end of a touch that was begun while a way in was settled', async () => {
    const world = makeWorld()
    const owner = await signUp(world)
    world.turnClock(1)
    const late = makeAuthenticator(world)
    done(await addPasskey(owner.client, late))
    const { ceremony, options } = done(await owner.client.send('POST', '/api/confirmation/options', DELETE)).body
    await world.db.transaction((tx) => tx.run('delete from passkeys where created_at < ?', tx.now))
    for (const authenticator of [owner.authenticator, late]) {
      const credential = authenticator.get(options as never, { passkey: authenticator.passkeys[0] })
      expect(await owner.client.send('POST', '/api/confirmation', { ceremony, credential })).toMatchObject({
        status: 403,
        body: { code: 'not_settled', settlesAt: world.now() + SETTLES },
      })
    }
    expect(await rows(world, 'select 1 from sessions where touched_for is not null')).toEqual([])
  })
})

test('removing the only settled way in needs a touch of it, and is no refusal for being settled', async () => {
  const world = makeWorld()
  const { client, authenticator } = await signUp(world)
  world.turnClock(1)
  done(await addPasskey(client, makeAuthenticator(world)))
  const [oldest] = await rows<{ id: string }>(world, 'select id from passkeys order by created_at limit 1')
  const wanted = { act: 'remove_passkey', target: oldest?.id } as const
  const remove = () => client.send('DELETE', `/api/passkeys/${oldest?.id}`)
  expect(await remove()).toMatchObject(untouched(wanted))
  done(await touch(client, authenticator, wanted))
  expect(await remove()).toMatchObject({ status: 200 })
  expect(await client.send('DELETE', '/api/account')).toMatchObject({
    status: 403,
    body: { code: 'not_settled', settlesAt: world.now() + SETTLES },
  })
})

test('fault U13 from when the first way in may remove something is known only while none may', async () => {
  const world = makeWorld()
  const owner = await signUp(world)
  const actor = { userId: owner.userId } as Parameters<typeof readFirstSettling>[1]
  expect(await readFirstSettling(world, actor)).toBeUndefined()
  world.turnClock(DAY)
  await world.db.transaction((tx) => tx.run('update passkeys set created_at = ?', world.now()))
  expect(await readFirstSettling(world, actor)).toBe(world.now() + SETTLES)
  world.turnClock(SETTLES)
  expect(await readFirstSettling(world, actor)).toBeUndefined()
})
