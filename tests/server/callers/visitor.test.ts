import { describe, expect, test } from 'vitest'
import { BROWSER } from '#tests/helpers/cookie-names.ts'
import { clientIp, readBrowserId, visitorOf } from '#server/callers/visitor.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { rows } from '#tests/server/passkeys/rows.ts'

const SOCKET = '192.0.2.1'

describe('the visitor’s address', () => {
  test.each<[string, string | undefined, number, string]>([
    ['is the socket’s if no proxy is trusted', '203.0.113.9', 0, SOCKET],
    ['is the socket’s if the proxy sends no header', undefined, 1, SOCKET],
    ['is the socket’s if the proxy sends an empty header', '', 1, SOCKET],
    ['is what the single proxy saw', '203.0.113.9', 1, '203.0.113.9'],
    [
      'is what the single proxy saw, whatever the visitor sent before it',
      '1.1.1.1, 8.8.8.8, 203.0.113.9',
      1,
      '203.0.113.9',
    ],
    ['is what the outer of two proxies saw', '1.1.1.1, 203.0.113.9, 10.0.0.2', 2, '203.0.113.9'],
    ['is what the outer of three proxies saw', '6.6.6.6,203.0.113.9,10.0.0.3,10.0.0.2', 3, '203.0.113.9'],
    ['is the first entry if there are fewer entries than proxies', '203.0.113.9', 2, '203.0.113.9'],
    ['may be IPv6', '2001:db8::7', 1, '2001:db8::7'],
    ['is the socket’s if the entry is a word', 'unknown', 1, SOCKET],
    ['is the socket’s if the entry is an injection', "'; drop table users; --", 1, SOCKET],
    ['is the socket’s if the entry is too long', '1'.repeat(46), 1, SOCKET],
    ['has no port, which some proxies add', '203.0.113.9:4711', 1, '203.0.113.9'],
    ['has no brackets and no port', '[2001:db8::7]:443', 1, '2001:db8::7'],
    ['is the socket’s if the last entry is empty', '203.0.113.9,', 1, SOCKET],
  ])('L3 X11 %s', (_, forwarded, proxies, expected) => {
    expect(clientIp(SOCKET, forwarded, proxies)).toBe(expected)
  })

  test('is unknown if there is no socket', () => {
    expect(clientIp(undefined, null, 0)).toBe('unknown')
  })

  test.each([
    'x-forwarded-for',
    'forwarded',
    'x-real-ip',
    'cf-connecting-ip',
    'true-client-ip',
    'x-client-ip',
    'x-latchkey-ip',
  ])('L3 V4.1.3 cannot be set by a visitor with %s', async (name) => {
    const world = makeWorld()
    const statuses = []
    for (let index = 0; index < 11; index += 1) {
      const value = name === 'forwarded' ? `for=203.0.113.${index}` : `203.0.113.${index}`
      statuses.push(
        (await makeClient(world).send('POST', '/api/sign-up', { email: `p${index}@example.com` }, { [name]: value }))
          .status,
      )
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 202), 429])
  })

  test('L3 is each visitor’s own behind a trusted proxy', async () => {
    const world = makeWorld({ TRUSTED_PROXIES: '1' })
    for (let index = 0; index < 11; index += 1) {
      const answer = await makeClient(world).send(
        'POST',
        '/api/sign-up',
        { email: `p${index}@example.com` },
        { 'x-forwarded-for': `6.6.6.6, 203.0.113.${index}` },
      )
      expect(answer.status).toBe(202)
    }
  })

  test('V15.3.4 is stored in the person’s activity', async () => {
    const world = makeWorld()
    const client = makeClient(world, { ip: '192.0.2.77' })
    await signUp(world, { client })
    expect(await rows(world, 'select ip from events')).toEqual([{ ip: '192.0.2.77' }])
  })
})

describe('the name that a browser sends', () => {
  const named = (userAgent: string | undefined) =>
    visitorOf({ ip: SOCKET, userAgent, browserId: 'x', language: 'en' }).userAgent

  test('V16.4.1 is stored in plain characters and cut to a maximum length', () => {
    expect(named('Mozilla/5.0\r\n{"level":"error"}\u0000\u001b[31m é 🔑')).toBe('Mozilla/5.0{"level":"error"}[31m  ')
    expect(named('x'.repeat(5_000))).toHaveLength(512)
    expect(named(undefined)).toBe('')
  })
})

describe('a browser’s id', () => {
  test.each(['A'.repeat(22), 'A'.repeat(64), 'a-_0'.repeat(8)])('may be %j', (id) => {
    expect(readBrowserId(id)).toBe(id)
  })

  test.each([
    undefined,
    '',
    'A'.repeat(21),
    'A'.repeat(65),
    `${'A'.repeat(22)}\n`,
    `${'A'.repeat(21)}=`,
    `${'A'.repeat(21)} `,
    '../'.repeat(8),
  ])('may not be %j', (id) => {
    expect(readBrowserId(id)).toBeUndefined()
  })

  test('X8 is stored only as a hash', async () => {
    const world = makeWorld()
    const { client } = await signUp(world)
    const id = client.cookies.get(BROWSER) ?? 'none'
    expect(id.length).toBeGreaterThan(20)
    expect(
      JSON.stringify([await rows(world, 'select * from browsers'), await rows(world, 'select * from sessions')]),
    ).not.toContain(id)
  })
})
