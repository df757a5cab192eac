import { describe, expect, test } from 'vitest'
import { SESSION } from '#tests/helpers/cookie-names.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { confirm, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'
import { NOBODY, NAME } from '#tests/server/callers/cookies-steps.ts'

describe('a cookie saved', () => {
  test('S1 S10 before signing out is refused afterwards', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const saved = client.copy()
    const answer = await client.delete('/api/session')
    expect(answer).toMatchObject({ status: 204 })
    expect(answer.headers.get('clear-site-data')).toContain('"storage"')
    expect(answer.headers.getSetCookie().join()).toMatch(new RegExp(`${SESSION}=;.*Max-Age=0`))
    expect(await saved.get('/api/session')).toMatchObject(NOBODY)
    expect(await saved.delete('/api/session')).toMatchObject(NOBODY)
  })

  test('S11 before its session was ended is refused at the next request', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const other = makeClient(world)
    await signIn(other, authenticator)
    const saved = other.copy()
    expect(await client.delete('/api/sessions')).toMatchObject({ status: 200, body: { ended: 1 } })
    for (const ended of [other, saved]) expect(await ended.get('/api/session')).toMatchObject(NOBODY)
  })

  test('S6 before a confirmation is refused afterwards', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const saved = client.copy()
    await confirm(client, authenticator)
    expect(await saved.get('/api/session')).toMatchObject(NOBODY)
    expect(await client.get('/api/session')).toMatchObject({ status: 200 })
  })

  test('S6 before signing in again in the same browser is refused afterwards', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    const saved = client.copy()
    await signIn(client, authenticator)
    expect(await saved.get('/api/session')).toMatchObject(NOBODY)
    expect(await rows(world, 'select count(*) as n from sessions')).toEqual([{ n: 1 }])
  })

  test('S6 by an attacker who planted it is refused after the victim signs in', async () => {
    const world = makeWorld()
    const [attacker, victim] = [await signUp(world), await signUp(world)]
    const planted = makeClient(world, { cookies: new Map([[NAME, attacker.client.cookies.get(NAME) ?? '']]) })
    await signIn(planted, victim.authenticator)
    expect(await attacker.client.get('/api/session')).toMatchObject(NOBODY)
    expect((await planted.get('/api/session')).body).toMatchObject({ user: { id: victim.userId } })
  })
})
