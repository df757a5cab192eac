import { describe, expect, test } from 'vitest'
import { BROWSER } from '#tests/helpers/cookie-names.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { everyRoute } from '#tests/server/http/routes.ts'

const NOT_FOUND = { status: 404, body: { code: 'not_found' } }

describe('an unknown path', () => {
  test.each([
    '/api',
    '/api/',
    '/api/nothing',
    '/api/session/',
    '/api//session',
    '/api/Session',
    '/api/session/x',
    '/api/passkeys/x/y',
    '/api/sign-in/options/x',
    '/api/../api/nothing',
    '/api/%2e%2e/secret',
    '/api/session.json',
    '/api/.env',
    '/api/.git/config',
    '/.well-known/',
    '/.well-known/nothing',
    '/.well-known/openid-configuration',
    '/nothing',
    '/',
  ])('%s returns a 404 problem', async (path) => {
    expect(await makeClient(makeWorld()).get(path)).toMatchObject(NOT_FOUND)
  })

  test('returns a 404 problem for writes too', async () => {
    const client = makeClient(makeWorld())
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'])
      expect(await client.send(method, '/api/nothing')).toMatchObject(NOT_FOUND)
  })

  test('V15.2.3 is any testing route outside testing mode', async () => {
    const client = makeClient(makeWorld())
    expect(await client.get('/api/testing/mailbox')).toMatchObject(NOT_FOUND)
    expect(await client.post('/api/testing/clock', { advance: 86_400 })).toMatchObject(NOT_FOUND)
    const testing = makeClient(makeWorld({ TESTING: '1' }), { ip: '127.0.0.1' })
    expect(await testing.get('/api/testing/mailbox')).toMatchObject({ status: 200, body: { letters: [] } })
    expect(await testing.post('/api/testing/clock', { advance: 0 })).toMatchObject({ status: 200 })
  })
})

describe('a method that a path does not have', () => {
  test('V4.1.4 is refused on every path, with a list of the allowed ones', async () => {
    const world = makeWorld({ LIMIT_SCALE: '1000' })
    const client = makeClient(world)
    const routes = await everyRoute(world)
    for (const { path, template } of routes) {
      const methods = new Set(routes.filter((route) => route.template === template).map(({ method }) => method))
      // `/passkeys/options` is also a `/passkeys/{id}`, whose methods it therefore has.
      const inherited = routes.filter((route) => matches(route.template, path)).map(({ method }) => method)
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND'].filter(
        (other) => !methods.has(other) && !inherited.includes(other),
      )) {
        const answer = await client.send(method, path)
        expect(answer, `${method} ${path}`).toMatchObject({ status: 405, body: { code: 'method_not_allowed' } })
        expect(answer.headers.get('allow')?.split(', ').toSorted(), `${method} ${path}`).toEqual(
          [...methods].toSorted(),
        )
      }
    }
  })

  test.each(['/api/openapi.json', '/.well-known/passkey-endpoints', '/.well-known/change-password'])(
    'is refused at %s too',
    async (path) => {
      const answer = await makeClient(makeWorld()).post(path)
      expect(answer).toMatchObject({ status: 405 })
      expect(answer.headers.get('allow')).toBe('GET')
    },
  )
})

describe('HEAD', () => {
  test('answers like GET without a body, and sets no browser id', async () => {
    const client = makeClient(makeWorld())
    const answer = await client.send('HEAD', '/api/health')
    expect(answer).toMatchObject({ status: 200, body: {} })
    expect(answer.headers.getSetCookie()).toEqual([])
    expect(await client.send('HEAD', '/api/session')).toMatchObject({ status: 401 })
  })

  test('counts like GET towards the limits', async () => {
    const client = makeClient(makeWorld())
    const statuses = []
    for (let index = 0; index < 301; index += 1)
      statuses.push((await client.send(index % 2 ? 'HEAD' : 'GET', '/api/health')).status)
    expect(statuses.filter((status) => status === 200)).toHaveLength(300)
    expect(statuses.at(-1)).toBe(429)
  })
})

test('the first accepted write sets the browser id, and later answers keep it', async () => {
  const client = makeClient(makeWorld())
  const first = await client.post('/api/sign-in/options')
  expect(first.headers.getSetCookie().join()).toMatch(new RegExp(`^${BROWSER}=[\\w-]{32};`))
  const second = await client.post('/api/sign-in/options')
  expect(second.headers.getSetCookie()).toEqual([])
  for (const value of ['short', 'x'.repeat(65), 'spaces in it are not allowed']) {
    client.cookies.set(BROWSER, value)
    expect((await client.post('/api/sign-in/options')).headers.getSetCookie().join()).toMatch(
      new RegExp(`^${BROWSER}=[\\w-]{32};`),
    )
  }
})

function matches(template: string, path: string): boolean {
  return new RegExp(`^/api${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(path)
}
