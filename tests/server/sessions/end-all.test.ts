import { describe, expect, test } from 'vitest'
import { endSessionsAsOperator } from '#server/sessions/end.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { confirm, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { leavingAllAsItWas, rows } from '#tests/server/passkeys/rows.ts'
import { kindsOf, twoBrowsers } from '#tests/server/sessions/end-steps.ts'

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
