import type { RequestListener } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { SESSION } from '#tests/helpers/cookie-names.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { serve } from '#tests/server/http/front-steps.ts'

const PATHS = ['/', '/sign-in', '/sign-in/password', '/sign-up', '/recover']

describe('pages that are the same for everybody', () => {
  test('are rendered once for each language and theme, and say what the rendered one says', async () => {
    const world = makeWorld()
    const { ask, asked } = await serve(world, { page: paged(world) })
    for (const path of PATHS)
      for (const language of ['en', 'de', 'de-AT', 'en-GB'])
        for (const theme of ['system', 'light', 'dark']) {
          const { body } = await ask(path, { 'accept-language': language, cookie: `latchkey-theme=${theme}` })
          const says = `${path} in ${language.slice(0, 2)}, ${theme}`
          expect([path, body]).toEqual([path, expect.stringContaining(says)])
        }
    expect(asked).toHaveLength(2 * 3 * PATHS.length)
  })

  test('are rendered once although fifty ask at once', async () => {
    const world = makeWorld()
    const { ask, asked } = await serve(world, { page: paged(world) })
    const replies = await Promise.all(Array.from({ length: 50 }, () => ask('/sign-in')))
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]))
    expect(asked).toHaveLength(1)
  })

  test('V3.4.3 never share a nonce: each answer has its own in the policy and in every script, and the rendered one is never given out', async () => {
    const world = makeWorld()
    const { ask, asked } = await serve(world, { page: paged(world) })
    const nonces = new Set<string>()
    for (let time = 0; time < 40; time += 1) {
      const { headers, body } = await ask('/sign-in')
      const nonce = nonceOf(headers['content-security-policy'])
      expect([...body.matchAll(/nonce="([^"]*)"/g)].map(([, found]) => found)).toEqual([nonce, nonce])
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(40)
    expect(nonces).not.toContain(nonceOf(asked[0]?.headers['content-security-policy']))
  })

  test('are rendered for nobody: no header of a visitor reaches the rendering', async () => {
    const world = makeWorld({ TRUSTED_PROXIES: '1' })
    const { ask, asked } = await serve(world, { page: paged(world) })
    const { body } = await ask('/sign-in', {
      'user-agent': 'Visitor/1.0',
      cookie: 'a=visitor; latchkey-browser=visitor; latchkey-language=de; latchkey-theme=visitor',
      'x-forwarded-for': '203.0.113.7',
      'x-anything': 'visitor',
      'content-security-policy': "script-src 'nonce-visitor'",
      'content-security-policy-report-only': "script-src 'nonce-visitor'",
      referer: 'https://visitor.example/',
    })
    expect(body).toContain('in de')
    expect(Object.keys(asked[0]?.headers ?? {}).toSorted()).toEqual([
      'connection',
      'content-security-policy',
      'host',
      'x-latchkey-language',
      'x-latchkey-path',
      'x-latchkey-theme',
    ])
    expect(JSON.stringify(asked)).not.toMatch(/visitor|203\.0/i)
  })

  test('tell the time of the answer and not that of the rendering', async () => {
    const world = makeWorld()
    const { ask } = await serve(world, { page: paged(world) })
    await ask('/recover')
    for (const hours of [1, 24, 24 * 365]) {
      world.turnClock(hours * 3_600_000)
      expect((await ask('/recover')).body).toContain(`now: ${world.now()}`)
    }
  })

  test('are compressed for whoever accepts that, and HEAD gets the headers alone', async () => {
    const world = makeWorld()
    const { ask } = await serve(world, { page: paged(world) })
    const plain = await ask('/sign-in')
    expect(plain.headers['content-encoding']).toBeUndefined()
    expect(plain.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
    for (const refused of ['identity', 'br', 'gzip;q=0'])
      expect((await ask('/sign-in', { 'accept-encoding': refused })).headers['content-encoding']).toBeUndefined()
    const { headers } = await ask('/sign-in', { 'accept-encoding': 'br, gzip' }, 'HEAD')
    expect(headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' })
    expect((await ask('/sign-in', {}, 'HEAD')).body).toBe('')
  })

  test('are read by whoever accepts gzip', async () => {
    const world = makeWorld()
    const { ask } = await serve(world, { page: paged(world) })
    const { bytes, headers } = await ask('/sign-in', { 'accept-encoding': 'gzip' })
    expect(Number(headers['content-length'])).toBe(bytes.length)
    expect(gunzipSync(bytes).toString()).toContain('/sign-in in en')
  })
})

describe('every other page is rendered for its visitor', () => {
  test.each([
    ['one with the cookie of a session', '/sign-in', { cookie: `${SESSION}=anything` }],
    ['one that comes back to somewhere', '/sign-in?next=%2Faccount', {}],
    ['one with any other query', '/?a=b', {}],
    ['one in a language that we do not speak by its address', '/?lang=fr', {}],
    ['the data that Next’s client asks for', '/sign-in', { rsc: '1' }],
    ['another spelling of a path', '/sign%2din', {}],
    ['a page of an account', '/account', {}],
    ['a page that is not there', '/nowhere', {}],
  ])('%s', async (_, path, headers) => {
    const world = makeWorld()
    const { ask, asked } = await serve(world, { page: paged(world) })
    for (let time = 0; time < 3; time += 1)
      expect((await ask(path, { ...headers, 'user-agent': `Visitor/${time}` })).status).toBe(200)
    expect(asked.map((one) => one.headers['user-agent'])).toEqual(['Visitor/0', 'Visitor/1', 'Visitor/2'])
  })

  test.each<[string, (world: TestWorld) => RequestListener]>([
    ['fails', () => (_request, response) => void response.writeHead(500).end('fault')],
    [
      'breaks off',
      () => (request, response) => void (request.headers['user-agent'] ? response.end('x') : response.destroy()),
    ],
    ['sends on', () => (_request, response) => void response.writeHead(307, { location: '/account' }).end()],
    [
      'sets a cookie',
      (world) => (_request, response) => void response.setHeader('set-cookie', 'a=b').end(`${world.now()}`),
    ],
    ['tells no time', () => (_request, response) => void response.end('page')],
    [
      'tells two times',
      (world) => (_request, response) => {
        response.write(`${world.now()} `)
        world.turnClock(1)
        response.end(`${world.now()}`)
      },
    ],
  ])('one whose rendering %s is not kept', async (_, page) => {
    const world = makeWorld()
    const { ask, asked } = await serve(world, { page: page(world) })
    for (let time = 0; time < 2; time += 1) await ask('/sign-in', { 'user-agent': `Visitor/${time}` })
    expect(asked.map((one) => one.headers['user-agent']).filter(Boolean)).toEqual(['Visitor/0', 'Visitor/1'])
  })
})

test('V3.4.3 an incoming policy is overwritten, and a built file is no document', async () => {
  const forged = "script-src 'nonce-forged'"
  const { ask, asked } = await serve(makeWorld())
  for (const path of ['/account', '/sign-in?a=b', '/_next/static/x.js']) {
    const names = ['content-security-policy', 'content-security-policy-report-only']
    const { headers } = await ask(path, Object.fromEntries(names.map((name) => [name, forged])))
    expect(JSON.stringify([headers, asked])).not.toContain('forged')
  }
  expect((await ask('/_next/static/x.js')).headers['content-security-policy']).toContain("default-src 'none'")
})

test.each([
  ['/account?_rsc=abc', '/account'],
  ['/account/activity?before=12&_rsc=abc', '/account/activity?before=12'],
  ['/account/activity?_rsc=abc&before=12', '/account/activity?before=12'],
  ['/account?a=_rsc', '/account?a=_rsc'],
])('fault U28 a page is told its address without the mark of Next’s own requests: %s', async (asking, told) => {
  const { ask, asked } = await serve(makeWorld())
  await ask(asking)
  expect(asked.map(({ headers }) => headers['x-latchkey-path'])).toEqual([told])
})

test.each([
  ['latchkey-theme=dark', 'dark'],
  ['a=b; latchkey-theme=light', 'light'],
  ['latchkey-theme=purple', 'system'],
  ['', 'system'],
])('a page is told the theme of the cookie, and of no header of a visitor: %s', async (cookie, told) => {
  const { ask, asked } = await serve(makeWorld())
  await ask('/account', { cookie, 'x-latchkey-theme': 'forged' })
  expect(asked.map(({ headers }) => headers['x-latchkey-theme'])).toEqual([told])
})

/** Answers as Next does: with the nonce of the policy in its scripts, the language, the theme and the time. */
function paged(world: TestWorld): RequestListener {
  return ({ headers, url }, response) => {
    const nonce = nonceOf(headers['content-security-policy'])
    response.setHeader('cache-control', 'no-store').setHeader('vary', 'Accept-Encoding')
    response.end(
      `<script nonce="${nonce}"></script>${url} in ${String(headers['x-latchkey-language'])}, ${String(headers['x-latchkey-theme'])}<script nonce="${nonce}">now: ${world.now()}</script>`,
    )
  }
}

function nonceOf(policy: unknown): string {
  return /'nonce-([^']+)'/.exec(String(policy))?.[1] ?? 'none'
}
