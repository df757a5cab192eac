import { describe, expect, test } from 'vitest'
import { kindNamed } from '#server/activity/kinds.ts'
import { record } from '#server/audit/record.ts'
import { inAccount } from '#server/in-account.ts'
import { NETWORKS_KEPT_MS } from '#server/sessions/networks.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { flippedBit } from '#tests/helpers/authenticator/hostile/signatures.ts'
import { addPasskey, confirm, makeAuthenticator, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'

const NEWER = 'a newer secret of at least thirty-two bytes 0123456789'

type Shown = { seq: number; kind: string; sessionId: string | null; worrying: boolean; network?: string; ip: string }

/** A person who signed in from a second place, added a passkey there, and whom somebody else tried to be. */
async function twoPlaces(world: TestWorld = makeWorld()) {
  const person = await signUp(world)
  const away = makeClient(world, { ip: '192.0.2.9' })
  world.turnClock(60_000)
  await signIn(away, person.authenticator)
  await addPasskey(away, makeAuthenticator(world), 'Away')
  await signIn(makeClient(world, { ip: '203.0.113.200' }), person.authenticator, { signature: flippedBit })
  return { world, ...person, away }
}

async function ask(client: { get: (path: string) => Promise<{ body: object }> }, query: string) {
  const { body } = await client.get(`/api/activity?${query}`)
  return body as { events: Shown[]; next?: number }
}

describe('GET /api/activity', () => {
  test.each([
    ['sign_ins', ['sign_in_failed', 'signed_in']],
    ['ways_in', ['passkey_added']],
    ['account', ['account_created']],
    ['recovery', []],
    ['worrying', ['sign_in_failed']],
  ])('about=%s returns only that', async (about, kinds) => {
    const { client } = await twoPlaces()
    const { events, next } = await ask(client, `about=${about}`)
    expect(events.map(({ kind }) => kind)).toEqual(kinds)
    expect(next).toBeUndefined()
  })

  test('session returns only what that session did', async () => {
    const { client } = await twoPlaces()
    const { events } = await ask(client, 'limit=50')
    const session = events.find(({ kind }) => kind === 'passkey_added')?.sessionId ?? ''
    const did = await ask(client, `session=${session}`)
    expect(did.events.map(({ kind }) => kind)).toEqual(['passkey_added', 'signed_in'])
    expect(await ask(client, `session=${session}&about=sign_ins`)).toMatchObject({ events: [{ kind: 'signed_in' }] })
  })

  test('the session of somebody else returns nothing', async () => {
    const { world, client } = await twoPlaces()
    const { events } = await ask(client, 'limit=50')
    const other = await signUp(world)
    const session = events[0]?.sessionId ?? events[1]?.sessionId ?? ''
    expect(session).not.toBe('')
    expect(await ask(other.client, `session=${session}`)).toEqual({ events: [] })
  })

  test('a filter looks through some thousand events at once, and says where to go on', async () => {
    const world = makeWorld()
    const { client, userId } = await signUp(world)
    const witness = { userId, ip: '192.0.2.1', userAgent: '', browser: '' }
    for (let hundred = 0; hundred < 23; hundred += 1)
      await inAccount(world, userId, async (tx) => {
        for (let one = 0; one < 100; one += 1) await record(tx, witness, 'confirmed')
      })
    const first = await ask(client, 'about=account')
    expect(first).toEqual({ events: [], next: 302 })
    const second = await ask(client, 'about=account&before=302')
    expect(second.events.map(({ seq, kind }) => [seq, kind])).toEqual([[1, 'account_created']])
    expect(second.next).toBeUndefined()
    const signIns = await ask(client, 'about=sign_ins&limit=200')
    expect(signIns.events).toHaveLength(200)
    expect(signIns.next).toBe(signIns.events.at(-1)?.seq)
  })

  test.each(['about=nothing', 'about=', 'session=', 'session=../x', 'about=ways_in&about=account'])(
    'refuses %s',
    async (query) => {
      const { client } = await signUp(makeWorld())
      expect(await client.get(`/api/activity?${query}`)).toMatchObject({ status: 400, body: { code: 'invalid_input' } })
    },
  )

  test('a kind that a newer version recorded is about nothing', () => {
    expect(kindNamed('kind_of_tomorrow')).toBeUndefined()
    expect(kindNamed('constructor')).toBeUndefined()
  })
})

describe('the network of an event is', () => {
  const networks = async (client: Parameters<typeof ask>[0]) =>
    (await ask(client, 'limit=50')).events.map(({ kind, network }) => [kind, network])

  test('new at the first sign-in from there and usual afterwards', async () => {
    const { world, client, away, authenticator } = await twoPlaces()
    world.turnClock(60_000)
    await confirm(away, authenticator)
    expect(await networks(client)).toEqual([
      ['confirmed', 'usual'],
      ['sign_in_failed', 'new'],
      ['passkey_added', 'new'],
      ['signed_in', 'new'],
      ['account_created', undefined],
    ])
  })

  test('usual also after the secret was changed', async () => {
    const { world, authenticator } = await twoPlaces()
    world.turnClock(60_000)
    const newer = world.restart([NEWER, ...world.config.secrets])
    // This sign-in makes the network known under the newer key, too.
    const again = makeClient(newer, { ip: '192.0.2.9' })
    await signIn(again, authenticator)
    expect((await networks(again))[0]).toEqual(['signed_in', 'usual'])
  })

  test('unknown when it is longer ago than networks are kept', async () => {
    const { world, authenticator } = await twoPlaces()
    world.turnClock(NETWORKS_KEPT_MS + 120_000)
    const client = makeClient(world)
    await signIn(client, authenticator)
    const seen = await networks(client)
    expect(seen[0]).toEqual(['signed_in', 'new'])
    expect(seen.slice(1).map(([, network]) => network)).toEqual([undefined, undefined, undefined, undefined])
  })
})
