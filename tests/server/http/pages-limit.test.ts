import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { IP_HEADER } from '#server/callers/identify.ts'
import { takeTurns } from '#server/http/pages/turns.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { atOnce } from '#tests/server/passkeys/rows.ts'
import { serve } from '#tests/server/http/front-steps.ts'

describe('fault S4 pages are limited for an IP', () => {
  test('150 are answered in ten seconds, to the millisecond, and the API goes on', async () => {
    const world = makeWorld()
    const { ask, asked } = await serve(world)
    for (let n = 0; n < 150; n += 1) expect((await ask('/sign-in')).status).toBe(200)
    expect(await ask('/sign-up')).toMatchObject({ status: 429, headers: { 'retry-after': '10' } })
    expect(asked).toHaveLength(150)
    expect((await ask('/api/health')).status).toBe(200)
    world.turnClock(9_999)
    expect(await ask('/sign-in')).toMatchObject({ status: 429, headers: { 'retry-after': '1' } })
    world.turnClock(1)
    expect((await ask('/sign-in')).status).toBe(200)
  })

  test('the files that a page consists of are not counted', async () => {
    const { ask } = await serve(makeWorld())
    for (let n = 0; n < 200; n += 1) expect((await ask('/_next/static/x.js')).status).toBe(200)
    expect((await ask('/sign-in')).status).toBe(200)
  })

  test('another IP behind the same proxy has its own count', async () => {
    const { ask } = await serve(makeWorld({ TRUSTED_PROXIES: '1' }))
    const from = (ip: string) => ask('/sign-in', { 'x-forwarded-for': ip })
    for (let n = 0; n < 150; n += 1) await from('203.0.113.7')
    expect((await from('203.0.113.7')).status).toBe(429)
    expect((await from('203.0.113.8')).status).toBe(200)
  })

  test.each([
    [{ 'accept-language': 'de-DE' }, 'de', 'Zu viele Versuche'],
    [{ 'accept-language': 'de', cookie: 'a=b; latchkey-language=en' }, 'en', 'Too many attempts'],
  ])('the refusal is a page in the language of the reader that nothing may store: %j', async (headers, lang, text) => {
    const { ask } = await serve(makeWorld())
    for (let n = 0; n < 150; n += 1) await ask('/')
    const reply = await ask('/', headers)
    expect(reply.headers).toMatchObject({
      'content-type': 'text/html;charset=utf-8',
      'cache-control': 'private, no-store',
      'content-security-policy': expect.stringContaining("default-src 'none'"),
      'x-content-type-options': 'nosniff',
    })
    expect(reply.body).toContain(`lang="${lang}"`)
    expect(reply.body).toContain(text)
  })
})

describe('fault S4 pages of one IP are rendered four at once', () => {
  /** A server whose pages end when the test says so, or after a second: what it renders, by IP. */
  async function rendering() {
    const open: { ip: string; response: ServerResponse }[] = []
    const answer = takeTurns(({ headers }, response) => {
      open.push({ ip: String(headers[IP_HEADER]), response })
    })
    const server = createServer((request, response) => void answer(request, response))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => {
      server.closeAllConnections()
      server.close()
    })
    // A server that listens on a port has an address of this shape.
    const { port } = server.address() as AddressInfo
    const ask = (ip: string, signal?: AbortSignal) =>
      fetch(`http://127.0.0.1:${port}/sign-in`, { headers: { [IP_HEADER]: ip }, signal: signal ?? null })
    const untilOpen = (count: number) => expect.poll(() => open.length, { interval: 5 }).toBe(count)
    return { open, ask, untilOpen }
  }

  test('the others wait their turn, and those of another IP do not wait for them', async () => {
    const { open, ask, untilOpen } = await rendering()
    const answers = atOnce(10, () => ask('192.0.2.1'))
    await untilOpen(4)
    const other = ask('192.0.2.2')
    await untilOpen(5)
    expect(open.filter(({ ip }) => ip === '192.0.2.1')).toHaveLength(4)
    for (let ended = 0; ended < 11; ended += 1) {
      await expect.poll(() => open.length, { interval: 5 }).toBeGreaterThan(ended)
      open[ended]?.response.end('page')
    }
    expect((await answers).map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => 200))
    expect((await other).status).toBe(200)
  })

  test('a visitor who has gone takes no turn', async () => {
    const { open, ask, untilOpen } = await rendering()
    const gone = new AbortController()
    const first = atOnce(4, () => ask('192.0.2.1'))
    await untilOpen(4)
    const left = ask('192.0.2.1', gone.signal)
    gone.abort()
    await expect(left).rejects.toThrow('aborted')
    for (const { response } of open) response.end('page')
    await first
    const next = ask('192.0.2.1')
    await untilOpen(5)
    open[4]?.response.end('page')
    expect((await next).status).toBe(200)
  })

  test('a page that takes longer than a second keeps the next one waiting no longer', async () => {
    const { open, ask, untilOpen } = await rendering()
    const slow = atOnce(5, () => ask('192.0.2.1'))
    await untilOpen(4)
    await expect.poll(() => open.length, { timeout: 3_000 }).toBe(5)
    for (const { response } of open) response.end('page')
    await slow
  })
})
