import { describe, expect, test } from 'vitest'
import { ipGroup } from '#server/limits.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { makeWorld } from '#tests/helpers/world.ts'

describe('a limit per IP:', () => {
  test.each([
    ['203.0.113.7', '203.0.113.7'],
    ['::ffff:203.0.113.7', '203.0.113.7'],
    ['::FFFF:203.0.113.7', '203.0.113.7'],
    ['::ffff:cb00:7107', '203.0.113.7'],
    ['0:0:0:0:0:ffff:203.0.113.7', '203.0.113.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::', '2001:db8:1:2'],
    ['2001:db8:1:2::6', '2001:db8:1:2'],
    ['2001:DB8:1:2:ffff:FFFF:ffff:ffff', '2001:db8:1:2'],
    ['2001:0db8:0001:0002:0000:0000:0000:0001', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:db8:0:0:1::', '2001:db8:0:0'],
    ['2001:db8::2:3:4:5:6', '2001:db8:0:2'],
    ['2001:db8:0:3::1', '2001:db8:0:3'],
    ['::1', '0:0:0:0'],
    ['::', '0:0:0:0'],
    ['1::', '1:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['fe80::2%lo', 'fe80:0:0:0'],
    ['64:ff9b::203.0.113.7', '64:ff9b:0:0'],
    ['unknown', 'unknown'],
  ])('L3 %s counts for %s', (ip, group) => {
    expect(ipGroup(ip)).toBe(group)
  })

  test('L3 one network shares its attempts, two networks do not', async () => {
    const world = makeWorld()
    const ask = async (ip: string, email: string) =>
      (await makeClient(world, { ip }).post('/api/sign-up', { email })).status
    for (let host = 1; host <= 10; host += 1)
      expect(await ask(`2001:db8:1:2::${host}`, `p${host}@example.org`)).toBe(202)
    expect(await ask('2001:db8:1:2:abcd::1', 'eleventh@example.org')).toBe(429)
    expect(await ask('2001:db8:1:3::1', 'eleventh@example.org')).toBe(202)
  })

  test('L3 a forged header changes nothing', async () => {
    const world = makeWorld()
    const client = makeClient(world, { ip: '203.0.113.7' })
    const statuses: number[] = []
    for (let count = 1; count <= 11; count += 1) {
      const [ip, email] = [`198.51.100.${count}`, `p${count}@example.org`]
      const forged = {
        'x-forwarded-for': ip,
        'x-real-ip': ip,
        forwarded: `for=${ip}`,
        'cf-connecting-ip': ip,
        'x-client-ip': ip,
      }
      statuses.push((await client.send('POST', '/api/sign-up', { email }, forged)).status)
    }
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 202), 429])
  })

  test('L4 a new cookie each time changes nothing', async () => {
    const world = makeWorld()
    const digits: unknown[] = []
    for (let count = 1; count <= 4; count += 1)
      digits.push((await makeClient(world).post('/api/sign-up', { email: 'ada@example.org' })).body.digits)
    expect(digits).toEqual([6, 6, 6, 12])
  })
})
