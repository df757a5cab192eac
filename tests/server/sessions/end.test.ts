import { describe, expect, test } from 'vitest'
import { endSessionsAsOperator } from '#server/sessions/end.ts'
import { type Client, makeClient } from '#tests/helpers/client.ts'
import { confirm, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'

async function sessionId(client: Client): Promise<string> {
  return ((await client.get('/api/session')).body as { session: { id: string } }).session.id
}

async function kindsOf(world: TestWorld, userId: string): Promise<string[]> {
  return (await rows<{ kind: string }>(world, 'select kind from events where user_id = ? order by seq', userId)).map(
    ({ kind }) => kind,
  )
}

async function twoBrowsers() {
  const world = makeWorld()
  const { client, authenticator, userId } = await signUp(world)
  const other = makeClient(world)
  await signIn(other, authenticator)
  return { world, client, other, authenticator, userId }
}

describe('signing out', () => {
  test('S10 ends only this session and stores an event', async () => {
    const { world, client, other, userId } = await twoBrowsers()
    expect(await client.delete('/api/session')).toMatchObject({ status: 204 })
    expect(await client.get('/api/session')).toMatchObject({ status: 401 })
    expect(await other.get('/api/session')).toMatchObject({ status: 200 })
    expect((await kindsOf(world, userId)).at(-1)).toBe('signed_out')
  })

  test.each(['GET', 'HEAD', 'OPTIONS', 'POST', 'PUT'])('S10 does not work with %s', async (method) => {
    const { client } = await twoBrowsers()
    const answer = await client.send(method, '/api/session')
    expect(answer.headers.get('clear-site-data')).toBeNull()
    expect(await client.get('/api/session')).toMatchObject({ status: 200 })
  })

  test('S10 twice at once stores one event', async () => {
    const { world, client, userId } = await twoBrowsers()
    const again = client.copy()
    await Promise.all([client.delete('/api/session'), again.delete('/api/session')])
    expect((await kindsOf(world, userId)).filter((kind) => kind === 'signed_out')).toHaveLength(1)
  })

  test('is refused without a session', async () => {
    expect(await makeClient(makeWorld()).delete('/api/session')).toMatchObject({
      status: 401,
      body: { code: 'not_signed_in' },
    })
  })
})

describe('ending one session', () => {
  test('S11 V8.3.2 takes effect at its next request', async () => {
    const { world, client, other, userId } = await twoBrowsers()
    expect(await client.delete(`/api/sessions/${await sessionId(other)}`)).toMatchObject({ status: 204 })
    expect(await other.get('/api/session')).toMatchObject({ status: 401 })
    expect(await client.get('/api/session')).toMatchObject({ status: 200 })
    expect((await kindsOf(world, userId)).at(-1)).toBe('session_ended')
  })

  test('S11 needs no confirmation for this very session', async () => {
    const { world, client } = await twoBrowsers()
    world.turnClock(11 * 60_000)
    expect(await client.delete(`/api/sessions/${await sessionId(client)}`)).toMatchObject({ status: 204 })
    expect(await client.get('/api/session')).toMatchObject({ status: 401 })
  })

  test('V8.2.2 of another person returns not found and does not end it', async () => {
    const { world, client } = await twoBrowsers()
    const stranger = await signUp(world)
    const id = await sessionId(stranger.client)
    const answer = await leavingAllAsItWas(world, () => client.delete(`/api/sessions/${id}`))
    expect(answer).toMatchObject({ status: 404, body: { code: 'not_found' } })
    expect(await stranger.client.get('/api/session')).toMatchObject({ status: 200 })
  })

  test('returns not found if it has ended or never existed', async () => {
    const { client, other } = await twoBrowsers()
    const id = await sessionId(other)
    await client.delete(`/api/sessions/${id}`)
    for (const gone of [id, 'A'.repeat(22)])
      expect(await client.delete(`/api/sessions/${gone}`)).toMatchObject({ status: 404 })
  })

  test.each(['x', 'A'.repeat(23), '%00'.repeat(22), '..%2f..', "'%20or%201=1"])('refuses %j as an id', async (id) => {
    const { world, client } = await twoBrowsers()
    expect([400, 404]).toContain((await leavingAllAsItWas(world, () => client.delete(`/api/sessions/${id}`))).status)
  })
})

describe('ending all other sessions', () => {
  test('S11 keeps this one and those of other people', async () => {
    const { world, client, other, authenticator, userId } = await twoBrowsers()
    const [third, stranger] = [makeClient(world), await signUp(world)]
    await signIn(third, authenticator)
    expect(await client.delete('/api/sessions')).toMatchObject({ status: 200, body: { ended: 2 } })
    for (const ended of [other, third]) expect(await ended.get('/api/session')).toMatchObject({ status: 401 })
    for (const live of [client, stranger.client]) expect(await live.get('/api/session')).toMatchObject({ status: 200 })
    expect((await kindsOf(world, userId)).at(-1)).toBe('sessions_ended')
  })

  test('stores no event if there are none', async () => {
    const world = makeWorld()
    const { client, userId } = await signUp(world)
    expect(await client.delete('/api/sessions')).toMatchObject({ status: 200, body: { ended: 0 } })
    expect(await kindsOf(world, userId)).toEqual(['account_created'])
  })

  test('is refused for a confirmed session that another one has just ended', async () => {
    const { client, other, authenticator } = await twoBrowsers()
    await confirm(other, authenticator)
    await client.delete('/api/sessions')
    expect(await other.delete('/api/sessions')).toMatchObject({ status: 401, body: { code: 'not_signed_in' } })
    expect(await client.get('/api/session')).toMatchObject({ status: 200 })
  })
})

describe('V7.4.5 the operator', () => {
  test('ends all sessions of one person by any of their addresses, and stores an event', async () => {
    const { world, client, other, userId } = await twoBrowsers()
    const stranger = await signUp(world)
    const [{ address }] = (await rows<{ address: string }>(
      world,
      'select address from emails where user_id = ?',
      userId,
    )) as [{ address: string }]
    expect(await endSessionsAsOperator(world, { email: ` ${address.toUpperCase()} ` })).toEqual({ ended: 2 })
    for (const ended of [client, other]) expect(await ended.get('/api/session')).toMatchObject({ status: 401 })
    expect(await stranger.client.get('/api/session')).toMatchObject({ status: 200 })
    const newest = () =>
      rows(
        world,
        'select kind, details, ip, user_agent from events where user_id = ? order by seq desc limit 1',
        userId,
      )
    const told = [
      { kind: 'sessions_ended', details: JSON.stringify({ sessions: 2, by: 'operator' }), ip: '', user_agent: '' },
    ]
    expect(await newest()).toEqual(told)
    expect(await leavingAllAsItWas(world, () => endSessionsAsOperator(world, { email: address }))).toEqual({ ended: 0 })
    expect(await newest()).toEqual(told)
  })

  test('ends the sessions of all people, who can sign in again', async () => {
    const { world, client, authenticator, other } = await twoBrowsers()
    const stranger = await signUp(world)
    expect(await endSessionsAsOperator(world, {})).toEqual({ ended: 3 })
    for (const ended of [client, other, stranger.client])
      expect(await ended.get('/api/session')).toMatchObject({ status: 401 })
    expect(await endSessionsAsOperator(world, {})).toEqual({ ended: 0 })
    expect(await signIn(client, authenticator)).toMatchObject({ status: 200 })
  })

  test.each(['nobody@example.com', 'no address', ''])('gets an error for the unknown address %j', async (email) => {
    const { world, client } = await twoBrowsers()
    await expect(endSessionsAsOperator(world, { email })).rejects.toMatchObject({ code: 'not_found' })
    expect(await client.get('/api/session')).toMatchObject({ status: 200 })
  })
})
