import { describe, expect, test } from 'vitest'
import { cookieName } from '#server/callers/cookie-name.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { BROWSER, cookieAt, SESSION } from '#tests/helpers/cookie-names.ts'
import { signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { stranger } from '#tests/server/second-factor/steps.ts'

test.each([
  ['https://id.example.com', false, '__Host-latchkey-session'],
  ['https://id.example.com:8443', false, '__Host-latchkey-session'],
  ['http://localhost:3000', true, 'latchkey-session-3000'],
  ['http://localhost', true, 'latchkey-session'],
])('fault U23 the session’s cookie of %s has a name of its own', (origin, local, name) => {
  expect(cookieName({ origin, local }, 'session')).toBe(name)
})

test('fault U23 two servers on localhost do not sign each other out, nor forget each other’s browser', async () => {
  const [here, there] = [makeWorld(), makeWorld({ ORIGIN: 'http://localhost:4000' })]
  // One browser: it sends the cookies of one port to the other.
  const cookies = new Map<string, string>()
  const [atHere, atThere] = [makeClient(here, { cookies }), makeClient(there, { cookies })]
  const owner = await signUp(here, { client: atHere })
  await signUp(there, { client: atThere })
  for (const client of [atHere, atThere, atHere])
    expect(await client.get('/api/session')).toMatchObject({ status: 200 })
  expect(await atThere.delete('/api/session')).toMatchObject({ status: 204 })
  expect(await atHere.get('/api/session')).toMatchObject({ status: 200, body: { user: { id: owner.userId } } })
  expect([...cookies.keys()]).toEqual(expect.arrayContaining([SESSION, BROWSER, 'latchkey-browser-4000']))
})

describe('fault U21 what was ended here', () => {
  const GOODBYE = cookieAt('goodbye')

  test.each([
    ['a session', '/api/session', 'session'],
    ['an account', '/api/account', 'account'],
  ])('is remembered for ten minutes, out of reach of scripts: %s', async (_, path, ended) => {
    const { client } = await signUp(makeWorld())
    const answer = await client.delete(path)
    const line = answer.headers.getSetCookie().find((cookie) => cookie.startsWith(GOODBYE))
    expect(line).toMatch(new RegExp(`^${GOODBYE}=${ended}; Max-Age=600; Path=/; HttpOnly; SameSite=Lax$`))
  })

  test('is forgotten at the next sign-in, and nothing is remembered of a refused request', async () => {
    const world = makeWorld()
    const { client, authenticator } = await signUp(world)
    await client.delete('/api/account')
    expect(client.cookies.get(GOODBYE)).toBe('account')
    await signIn(client, authenticator)
    expect(client.cookies.has(GOODBYE)).toBe(false)
    expect((await stranger(world).delete('/api/account')).headers.getSetCookie().join()).not.toContain(GOODBYE)
  })
})
