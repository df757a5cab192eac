import { describe, expect, test } from 'vitest'
import { type Client, makeClient } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas } from '#tests/server/passkeys/rows.ts'
import { kindsOf, twoBrowsers } from '#tests/server/sessions/end-steps.ts'

async function sessionId(client: Client): Promise<string> {
  return ((await client.get('/api/session')).body as { session: { id: string } }).session.id
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
