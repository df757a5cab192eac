import { describe, expect, test } from 'vitest'
import { BROWSER, SESSION } from '#tests/helpers/cookie-names.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { confirm, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { KINDS } from '#tests/server/http/answers-steps.ts'

const SECRET = 'Zm9yIHRlc3RzIG9ubHk6IHRoZSBzZWNyZXQgYmVmb3JlIHRoaXM'

function worldBehindHttps(): TestWorld {
  return makeWorld({ ORIGIN: 'https://id.example.com', SECRET, RESEND_API_KEY: 're_test', MAIL_FROM: 'id@example.com' })
}

describe('behind https', () => {
  test.each(Object.entries(KINDS).filter(([kind]) => !/^(200 of a read|204)/.test(kind)))(
    'V3.4.1 an answer of %s has Strict-Transport-Security',
    async (_, provoke) => {
      const answer = await provoke(worldBehindHttps())
      expect(answer.headers.get('strict-transport-security')).toMatch(/^max-age=(\d{8,}); includeSubDomains/)
    },
  )

  test('V3.3.1 V3.3.2 V3.3.3 V3.3.4 V3.3.5 N23 X11 every cookie has the __Host- prefix, Secure and HttpOnly', async () => {
    const world = makeWorld(
      {},
      { origin: 'https://id.example.com', local: false, rp: { id: 'id.example.com', name: 'Latchkey' } },
    )
    const { client, authenticator } = await signUp(world)
    const answers = [
      await makeClient(world).post('/api/sign-in/options'),
      await signIn(client, authenticator),
      await confirm(client, authenticator),
      await client.delete('/api/session'),
    ]
    const cookies = answers.flatMap(({ headers }) => headers.getSetCookie())
    expect(cookies.map((line) => line.split('=')[0] ?? '').toSorted()).toEqual([
      '__Host-latchkey-browser',
      '__Host-latchkey-goodbye',
      '__Host-latchkey-session',
      '__Host-latchkey-session',
      '__Host-latchkey-session',
    ])
    for (const line of cookies) {
      const attributes = line.split('; ').slice(1)
      expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']))
      expect(line).not.toMatch(/domain=/i)
      expect(line.length).toBeLessThan(4_096)
    }
  })

  test('V3.3.3 a cookie without the prefix is ignored', async () => {
    const world = makeWorld(
      {},
      { origin: 'https://id.example.com', local: false, rp: { id: 'id.example.com', name: 'Latchkey' } },
    )
    const { client } = await signUp(world)
    const bare = makeClient(world, {
      cookies: new Map([[SESSION, client.cookies.get('__Host-latchkey-session') ?? '']]),
    })
    expect(await bare.get('/api/session')).toMatchObject({ status: 401 })
  })
})

test('on http://localhost cookies have no prefix and no Secure, because Safari would drop them', async () => {
  const { client } = await signUp(makeWorld())
  expect([...client.cookies.keys()].toSorted()).toEqual([BROWSER, SESSION])
})
