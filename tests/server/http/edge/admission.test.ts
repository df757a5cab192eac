import { describe, expect, test } from 'vitest'
import { createApi } from '#server/http/api.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { lettersTo } from '#tests/helpers/mailbox.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { everyWrite } from '#tests/server/http/routes.ts'
import { leavingAllAsItWas, rowCounts } from '#tests/server/passkeys/rows.ts'

const FOREIGN: [string, Record<string, string>][] = [
  ['neither origin nor fetch metadata', {}],
  ['the origin null', { origin: 'null' }],
  ['the origin null, with same-origin fetch metadata', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
  ['an empty origin', { origin: '' }],
  ['another site', { origin: 'https://evil.example' }],
  [
    'another site, with same-origin fetch metadata',
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  ],
  ['a sibling', { origin: 'https://blog.example.com' }],
  ['a subdomain', { origin: 'https://evil.id.example.com' }],
  ['the parent', { origin: 'https://example.com' }],
  ['the http twin', { origin: 'http://id.example.com' }],
  ['another port', { origin: 'https://id.example.com:8443' }],
  ['a trailing slash', { origin: 'https://id.example.com/' }],
  ['upper case', { origin: 'https://ID.example.com' }],
  ['a longer name', { origin: 'https://id.example.com.evil.example' }],
  ['two origins', { origin: 'https://id.example.com, https://evil.example' }],
  ['another site by its fetch metadata', { 'sec-fetch-site': 'cross-site' }],
  ['a sibling by its fetch metadata', { 'sec-fetch-site': 'same-site' }],
  ['fetch metadata of a direct navigation', { 'sec-fetch-site': 'none' }],
  [
    'a foreign origin that matches its own host header',
    { host: 'evil.example', 'x-forwarded-host': 'evil.example', origin: 'https://evil.example' },
  ],
  ['our host in the referrer alone', { referer: 'https://id.example.com/account' }],
]

const OURS: [string, Record<string, string>][] = [
  ['our origin', { origin: 'https://id.example.com' }],
  [
    'our origin and another host header',
    { origin: 'https://id.example.com', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' },
  ],
  ['no origin and same-origin fetch metadata', { 'sec-fetch-site': 'same-origin' }],
]

function worldBehindHttps(): TestWorld {
  return makeWorld(
    { LIMIT_SCALE: '1000' },
    { origin: 'https://id.example.com', local: false, rp: { id: 'id.example.com', name: 'Latchkey' } },
  )
}

/** Sends requests with the headers that are named and no others. */
function bareSender(world: TestWorld) {
  const api = createApi(world)
  return async (method: string, path: string, headers: Record<string, string>, body?: string): Promise<Response> =>
    api.request(`${world.config.origin}${path}`, { method, headers, body }, { ip: '192.0.2.1' })
}

const JSON_BODY = { 'content-type': 'application/json' }

describe('a write', () => {
  test.each(FOREIGN)('C1 C3 from %s is refused on every route', async (_, headers) => {
    const world = worldBehindHttps()
    const send = bareSender(world)
    const writes = await everyWrite(world)
    await leavingAllAsItWas(world, async () => {
      for (const { method, path, takesBody } of writes) {
        const answer = await send(method, path, { ...JSON_BODY, ...headers }, takesBody ? '{}' : undefined)
        expect([answer.status, await answer.json()], `${method} ${path}`).toMatchObject([403, { code: 'wrong_origin' }])
        expect(answer.headers.getSetCookie()).toEqual([])
      }
    })
  })

  test.each(OURS)('C1 with %s is accepted', async (_, headers) => {
    const world = worldBehindHttps()
    expect(
      (await bareSender(world)('POST', '/api/sign-up', { ...JSON_BODY, ...headers }, '{"email":"ada@example.com"}'))
        .status,
    ).toBe(202)
    expect(await lettersTo(world, 'ada@example.com')).toHaveLength(1)
  })

  test('C5 of another site changes nothing, even with the session cookie', async () => {
    const world = makeWorld({ LIMIT_SCALE: '1000' })
    const { client } = await signUp(world)
    const before = await rowCounts(world)
    for (const { method, path } of await everyWrite(world)) {
      expect(await client.send(method, path, undefined, { origin: 'https://evil.example' })).toMatchObject({
        status: 403,
      })
    }
    expect(await rowCounts(world)).toEqual(before)
    expect(await client.get('/api/session')).toMatchObject({ status: 200 })
  })

  test.each(['x-http-method-override', 'x-method-override', 'x-http-method'])(
    'C2 cannot be made from a read with %s',
    async (name) => {
      const world = makeWorld()
      const { client } = await signUp(world)
      expect(await client.send('GET', '/api/session?_method=DELETE', undefined, { [name]: 'DELETE' })).toMatchObject({
        status: 200,
      })
      expect(await client.get('/api/session')).toMatchObject({ status: 200 })
    },
  )
})

describe('a read', () => {
  test('V3.4.2 needs no origin, and other sites cannot read the answer', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    for (const origin of ['https://evil.example', 'null', world.config.origin]) {
      const answer = await client.send('GET', '/api/session', undefined, { origin })
      expect(answer.status).toBe(200)
      for (const name of ['access-control-allow-origin', 'access-control-allow-credentials'])
        expect(answer.headers.get(name)).toBeNull()
    }
  })

  test('V3.5.3 changes nothing, with any safe method on any route', async () => {
    const world = makeWorld({ LIMIT_SCALE: '1000' })
    const { client } = await signUp(world)
    const before = await rowCounts(world)
    for (const { path } of await everyWrite(world)) {
      for (const method of ['GET', 'HEAD', 'OPTIONS'])
        expect((await client.send(method, path)).status, `${method} ${path}`).toBeLessThan(500)
    }
    expect(await rowCounts(world)).toEqual(before)
    expect(await client.get('/api/session')).toMatchObject({ status: 200 })
  })

  test('V3.4.2 does not answer a preflight', async () => {
    const client = makeClient(makeWorld())
    const answer = await client.send('OPTIONS', '/api/sign-in', undefined, {
      origin: 'https://evil.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    })
    expect(answer.status).toBe(405)
    expect([...answer.headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([])
  })
})
