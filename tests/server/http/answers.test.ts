import { describe, expect, test } from 'vitest'
import { type Answer, makeClient } from '#tests/helpers/client.ts'
import { confirm, signIn, signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { everyRoute } from '#tests/server/http/routes.ts'
import { readyToSignIn } from '#tests/server/passkeys/steps.ts'

const SECRET = 'Zm9yIHRlc3RzIG9ubHk6IHRoZSBzZWNyZXQgYmVmb3JlIHRoaXM'

function worldBehindHttps(): TestWorld {
  return makeWorld({ ORIGIN: 'https://id.example.com', SECRET, RESEND_API_KEY: 're_test', MAIL_FROM: 'id@example.com' })
}

/** One answer of every kind. */
const KINDS: Record<string, (world: TestWorld) => Promise<Answer>> = {
  '200 of a read': async (world) => (await signUp(world)).client.get('/api/session'),
  '200 of a write': async (world) => makeClient(world).post('/api/sign-in/options'),
  '200 of health': (world) => makeClient(world).get('/api/health'),
  '200 of the document': (world) => makeClient(world).get('/api/openapi.json'),
  '200 of a well-known address': (world) => makeClient(world).get('/.well-known/passkey-endpoints'),
  '202': (world) => makeClient(world).post('/api/sign-up', { email: 'ada@example.com' }),
  '204': async (world) => (await signUp(world)).client.delete('/api/session'),
  '302': (world) => makeClient(world).get('/.well-known/change-password'),
  '400': (world) => makeClient(world).post('/api/sign-up', {}),
  '401': (world) => makeClient(world).get('/api/session'),
  '403': (world) => makeClient(world).send('POST', '/api/sign-up', {}, { origin: 'https://evil.example' }),
  '404': (world) => makeClient(world).get('/api/nothing'),
  '405': (world) => makeClient(world).put('/api/session'),
  '410': async (world) => {
    const client = makeClient(world)
    return client.post('/api/sign-up/code', { ceremony: 'x', code: '000000' })
  },
  '413': (world) => makeClient(world).send('POST', '/api/sign-up', 'x'.repeat(70_000)),
  '415': (world) => makeClient(world).send('POST', '/api/sign-up', 'x', { 'content-type': 'text/plain' }),
  '429': async (world) => {
    for (let index = 0; index < 10; index += 1)
      await makeClient(world).post('/api/sign-up', { email: `p${index}@example.com` })
    return makeClient(world).post('/api/sign-up', { email: 'last@example.com' })
  },
  '500': async (world) => {
    await world.db.close()
    return makeClient(world).get('/api/health')
  },
}

describe.each(Object.entries(KINDS))('an answer of %s', (kind, provoke) => {
  test('C6 V3.2.1 V3.4.3 V3.4.4 V3.4.5 V3.4.6 V3.4.8 V3.5.8 V14.3.2 has headers against documents, caching, framing, sniffing and embedding', async () => {
    const answer = await provoke(makeWorld())
    expect(answer.status).toBe(Number(kind.slice(0, 3)))
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'cache-control': 'private, no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'; frame-ancestors 'none'"),
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': expect.stringContaining(
        'publickey-credentials-get=(self), publickey-credentials-create=(self)',
      ),
      'referrer-policy': 'no-referrer',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
    })
    expect(answer.headers.get('strict-transport-security')).toBeNull()
    for (const name of ['server', 'x-powered-by']) expect(answer.headers.get(name)).toBeNull()
  })

  test('V4.1.1 is JSON, problem+json or empty', async () => {
    const answer = await provoke(makeWorld())
    const type = answer.headers.get('content-type')
    const problem = {
      type: expect.stringMatching(/^urn:latchkey:problem:/),
      title: expect.stringMatching(/\.$/),
      status: answer.status,
      code: expect.any(String),
    }
    const isProblem = answer.status >= 400
    const isEmpty = answer.status === 204 || answer.status === 302
    expect(type ?? '').toMatch(
      isProblem ? /^application\/problem\+json; charset=utf-8$/ : isEmpty ? /^$/ : /^application\/json/,
    )
    expect(answer.body).toMatchObject(isProblem ? problem : {})
  })
})

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
      cookies: new Map([['latchkey-session', client.cookies.get('__Host-latchkey-session') ?? '']]),
    })
    expect(await bare.get('/api/session')).toMatchObject({ status: 401 })
  })
})

test('on http://localhost cookies have no prefix and no Secure, because Safari would drop them', async () => {
  const { client } = await signUp(makeWorld())
  expect([...client.cookies.keys()].toSorted()).toEqual(['latchkey-browser', 'latchkey-session'])
})

describe('a fault of ours', () => {
  test('V16.3.4 V16.5.1 V16.5.4 does not reveal its cause, is logged completely, and the next request is answered', async () => {
    const world = makeWorld()
    const client = makeClient(world)
    const { read } = world.db
    world.db.read = () => Promise.reject(new Error('SQLITE_CORRUPT in /srv/data at line 7'))
    const answer = await client.get('/api/health')
    expect(answer).toMatchObject({ status: 500, body: { code: 'fault', title: 'Something went wrong.' } })
    expect(JSON.stringify(answer.body)).not.toMatch(/SQLITE|srv|line/)
    expect(world.logged.join()).toContain('SQLITE_CORRUPT')
    world.db.read = read
    expect(await client.get('/api/health')).toMatchObject({ status: 200 })
  })

  test('V16.5.3 fails closed: without the database no route returns data or opens a session', async () => {
    const world = makeWorld({ LIMIT_SCALE: '1000' })
    const { client, authenticator } = await signUp(world)
    const { ceremony, options } = await readyToSignIn(client)
    const routes = await everyRoute(world)
    await world.db.close()
    const signingIn = await client.post('/api/sign-in', { ceremony, credential: authenticator.get(options) })
    expect(signingIn.status).toBe(500)
    expect(signingIn.headers.getSetCookie()).toEqual([])
    for (const { method, path, takesBody } of routes.filter(
      ({ template }) => !['/sign-in/options', '/openapi.json'].includes(template),
    )) {
      const answer = await client.send(method, path, takesBody ? {} : undefined)
      expect([500, 400], `${method} ${path}`).toContain(answer.status)
      expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8')
    }
  })
})

test('X1 every route except the public ones refuses a request without a session', async () => {
  const world = makeWorld({ LIMIT_SCALE: '1000' })
  const open = /^\/(sign-up|sign-in|recovery)(\/|$)|^\/(health|openapi\.json|emails\/undo)$/
  const routes = (await everyRoute(world)).filter(({ template }) => !open.test(template))
  expect(routes.length).toBeGreaterThan(10)
  for (const { method, path, takesBody } of routes) {
    const answer = await makeClient(world).send(method, path, takesBody ? {} : undefined)
    // An invalid body may be refused before the session is checked.
    expect(takesBody ? [400, 401] : [401], `${method} ${path}`).toContain(answer.status)
  }
})
