import { cookieAt } from '#tests/helpers/cookie-names.ts'
import { expect, test } from './test.ts'

test('C6 V3.4.3 V3.4.4 V3.4.5 V3.4.6 V3.4.8 V3.5.8 V14.3.2 every page and file has the security headers, and each page its own nonce', async ({
  request,
}) => {
  const nonces = new Set<string>()
  for (const path of ['/', '/sign-in', '/sign-up', '/recover', '/mailbox', '/no-such-page', '/icon.svg', '/account']) {
    const headers = (await request.get(path, { maxRedirects: 0 })).headers()
    expect(headers, path).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'x-frame-options': 'DENY',
    })
    expect(headers['permissions-policy']).toContain('publickey-credentials-get=(self)')
    expect(headers['x-powered-by']).toBeUndefined()
    const policy = headers['content-security-policy'] ?? ''
    expect(policy, path).toContain("frame-ancestors 'none'")
    if (!headers['content-type']?.startsWith('text/html')) continue
    expect(policy, path).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'(;|$)/)
    expect(policy, path).not.toMatch(/script-src[^;]*unsafe/)
    nonces.add(/nonce-([^']+)/.exec(policy)?.[1] ?? '')
    expect(headers['cache-control'], path).toContain('no-store')
  }
  expect(nonces.size).toBeGreaterThan(4)
})

test('X1 the pages of an account show nothing without a session, for any kind of request', async ({
  request,
  server,
}) => {
  const tricks: Record<string, string>[] = [
    {},
    { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
    { rsc: '1' },
    { rsc: '1', 'next-router-prefetch': '1' },
    { cookie: `${cookieAt('session', server.origin)}=Fe26.2*1*a*b*c*d*e*f~2` },
    { cookie: `${cookieAt('session', server.origin)}=${'x'.repeat(7_000)}` },
  ]
  for (const path of [
    '/account',
    '/account/',
    '/account/passkeys',
    '/account/activity',
    '/account?_rsc=abc',
    '//account',
    '/%61ccount',
  ]) {
    for (const headers of tricks) {
      const answer = await request.get(server.origin + path, { headers, maxRedirects: 0 })
      expect(answer.status(), `${path} ${JSON.stringify(headers).slice(0, 80)}`).toBeLessThan(500)
      expect(await answer.text()).not.toContain('Sign out')
    }
  }
})

test('V3.3.2 V3.3.4 V3.6.1 a page sets no cookie and loads nothing from another origin', async ({
  page,
  server,
  context,
}) => {
  const foreign: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== server.origin && !request.url().startsWith('data:'))
      foreign.push(request.url())
  })
  for (const path of ['/', '/sign-in', '/sign-up', '/mailbox']) await page.goto(path, { waitUntil: 'networkidle' })
  expect(foreign).toEqual([])
  const readable = await page.evaluate(() => document.cookie)
  expect(readable).toBe('')
  expect((await context.cookies()).every(({ httpOnly, sameSite }) => httpOnly && sameSite === 'Lax')).toBe(true)
})

test('K15 a request with another host name is refused before it reaches a page', async ({ server, playwright }) => {
  const stranger = await playwright.request.newContext({ extraHTTPHeaders: { host: 'evil.example' } })
  const answer = await stranger.get(`${server.origin}/sign-in`)
  expect(answer.status()).toBe(421)
  expect(await answer.text()).not.toContain('evil.example')
  await stranger.dispose()

  const forwarded = await playwright.request.newContext({
    extraHTTPHeaders: {
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
      'x-forwarded-proto': 'https',
    },
  })
  const redirect = await forwarded.get(`${server.origin}/account`, { maxRedirects: 0 })
  expect(new URL(redirect.headers().location ?? '', server.origin).href).toBe(
    `${server.origin}/sign-in?next=%2Faccount`,
  )
  await forwarded.dispose()
})
