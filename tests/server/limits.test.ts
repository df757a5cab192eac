import { describe, expect, onTestFinished, test } from 'vitest'
import { bootWorld } from '#server/boot.ts'
import { AppError } from '#server/errors.ts'
import { houseKeep } from '#server/housekeeping.ts'
import { sha256 } from '#server/crypto/keys.ts'
import { codeLetterLimits, countTry, forgetTries, ipGroup, type LimitName, mostOf } from '#server/limits.ts'
import type { World } from '#server/world.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** The documented limits: attempts, window in milliseconds, and whether it counts per IP. The compiler requires all of them. */
const PROMISED: Record<LimitName, { most: number; window: number; perIp?: true }> = {
  'sign-up': { most: 10, window: HOUR, perIp: true },
  codes: { most: 30, window: HOUR, perIp: true },
  'sign-in': { most: 60, window: MINUTE, perIp: true },
  requests: { most: 300, window: MINUTE, perIp: true },
  'code-tries': { most: 5, window: HOUR },
  'password-tries': { most: 5, window: 15 * MINUTE },
  'password-checks': { most: 60, window: MINUTE },
  'code-letters-here': { most: 3, window: HOUR },
  'code-letters-hour': { most: 10, window: HOUR },
  'code-letters-day': { most: 20, window: 24 * HOUR },
}
// Object.entries forgets the names.
const ALL = Object.entries(PROMISED) as [LimitName, (typeof PROMISED)[LimitName]][]

/** The outcome of an attempt: `passed`, or the seconds until the next one is allowed. */
async function attempt(
  world: World,
  subjects: Partial<Record<LimitName, string>>,
): Promise<'passed' | number | undefined> {
  try {
    await countTry(world, subjects)
    return 'passed'
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many_attempts') return error.details.retryAfter
    throw error
  }
}

async function exhaust(world: World, name: LimitName, subject: string): Promise<void> {
  await Promise.all(Array.from({ length: mostOf(world, name) }, () => countTry(world, { [name]: subject })))
}

describe.each(ALL)('V2.3.2 the limit %s', (name, { most, window }) => {
  test(`lets exactly ${most} pass, then returns the waiting time`, async () => {
    const world = makeWorld()
    for (let count = 1; count <= most; count += 1) expect(await attempt(world, { [name]: 'somebody' })).toBe('passed')
    expect(await attempt(world, { [name]: 'somebody' })).toBe(window / 1_000)
    expect(await attempt(world, { [name]: 'somebody else' })).toBe('passed')

    world.turnClock(1)
    expect(await attempt(world, { [name]: 'somebody' })).toBe(window / 1_000)
    world.turnClock(999)
    expect(await attempt(world, { [name]: 'somebody' })).toBe(window / 1_000 - 1)
  })

  test('ends to the millisecond, despite further attempts', async () => {
    const world = makeWorld()
    await exhaust(world, name, 'somebody')
    world.turnClock(window - 1)
    expect(await attempt(world, { [name]: 'somebody' })).toBe(1)
    world.turnClock(1)
    expect(await attempt(world, { [name]: 'somebody' })).toBe('passed')
  })

  test('L1 lets no more pass at the same moment', async () => {
    const world = makeWorld()
    const outcomes = await Promise.all(Array.from({ length: most + 50 }, () => attempt(world, { [name]: 'somebody' })))
    expect(outcomes.filter((outcome) => outcome === 'passed')).toHaveLength(most)
  })
})

describe('a count', () => {
  test('L2 survives a restart', async () => {
    const world = makeWorld()
    for (const [name] of ALL) await exhaust(world, name, 'somebody')
    await world.db.close()

    const restarted = bootWorld(world.config, { now: world.now, log: () => {} })
    onTestFinished(() => restarted.db.close())
    for (const [name, { window }] of ALL) expect(await attempt(restarted, { [name]: 'somebody' })).toBe(window / 1_000)
  })

  test('survives sweeping while its window is open', async () => {
    const world = makeWorld()
    await exhaust(world, 'code-tries', 'somebody')
    world.turnClock(HOUR - 1)
    await houseKeep(world)
    expect(await attempt(world, { 'code-tries': 'somebody' })).toBe(1)
  })

  test('waits longer, never shorter, when the clock is set back', async () => {
    const world = makeWorld()
    await exhaust(world, 'code-tries', 'somebody')
    world.turnClock(-HOUR)
    expect(await attempt(world, { 'code-tries': 'somebody' })).toBe(7_200)
  })

  test('is reset for one limit and one subject only', async () => {
    const world = makeWorld()
    for (const name of ['code-tries', 'password-tries'] as const)
      for (const who of ['ada', 'bob']) await exhaust(world, name, who)
    await world.db.transaction((tx) => forgetTries(tx, world.keys, 'password-tries', 'ada'))

    const outcomes = await Promise.all(
      (['password-tries', 'code-tries'] as const).flatMap((name) =>
        ['ada', 'bob'].map((who) => attempt(world, { [name]: who })),
      ),
    )
    expect(outcomes).toEqual(['passed', 900, 3_600, 3_600])
  })

  test('increases in every requested limit, and the longest wait counts', async () => {
    const world = makeWorld()
    await exhaust(world, 'code-letters-hour', 'ada')
    world.turnClock(10 * MINUTE)
    await exhaust(world, 'code-letters-here', 'ada')
    expect(
      await attempt(world, { 'code-letters-here': 'ada', 'code-letters-hour': 'ada', 'code-letters-day': 'ada' }),
    ).toBe(3_600)
    const counts = await world.db.read((reader) =>
      reader.all<{ count: number }>('select count from limits order by count'),
    )
    expect(counts.map(({ count }) => count)).toEqual([1, 4, 11])
  })

  test('is stored under a hash that reveals neither its subject nor its limit', async () => {
    const world = makeWorld()
    const subjects = ['203.0.113.7', 'ada@example.org', `ada@example.org ${ipGroup('203.0.113.7')}`]
    for (const [name] of ALL) for (const subject of subjects) await countTry(world, { [name]: subject })

    const keys = (await world.db.read((reader) => reader.all<{ key: string }>('select key from limits'))).map(
      ({ key }) => key,
    )
    expect(keys).toHaveLength(ALL.length * subjects.length)
    for (const key of keys) expect(key).toMatch(/^[\w-]{43}$/)
    // The file alone is not enough to test addresses against it.
    for (const [name] of ALL) for (const subject of subjects) expect(keys).not.toContain(sha256(`${name} ${subject}`))
  })
})

describe('LIMIT_SCALE', () => {
  test.each(ALL)('%s: scales only limits per IP', async (name, { most, perIp }) => {
    const world = makeWorld({ LIMIT_SCALE: '3' })
    const granted = perIp ? 3 * most : most
    const outcomes = await Promise.all(
      Array.from({ length: granted + 1 }, () => attempt(world, { [name]: 'somebody' })),
    )
    expect(outcomes.filter((outcome) => outcome === 'passed')).toHaveLength(granted)
  })
})

describe('letters with a code', () => {
  const VARIANTS = [
    'ada@example.org',
    'ADA@example.org',
    'ada+1@example.org',
    'Ada+two+three@EXAMPLE.org',
    ' ada+@example.org ',
  ]

  test('L4 L6 are counted for the mailbox in any spelling of its address', async () => {
    const world = makeWorld()
    const ask = (email: string, ip: string) => makeClient(world, { ip }).post('/api/sign-up', { email })
    for (const email of VARIANTS.slice(0, 3)) expect((await ask(email, '203.0.113.1')).status).toBe(202)
    for (const email of VARIANTS)
      expect(await ask(email, '203.0.113.1')).toMatchObject({
        status: 429,
        body: { code: 'too_many_attempts', retryAfter: 3_600 },
      })
    expect((await ask('adam@example.org', '203.0.113.1')).status).toBe(202)
  })

  test('L6 are counted over all places: ten an hour, twenty a day', async () => {
    const world = makeWorld()
    const ask = async (ip: string) =>
      (await makeClient(world, { ip }).post('/api/sign-up', { email: 'ada@example.org' })).status
    const statuses: number[] = []
    for (let round = 1; round <= 3; round += 1) {
      for (let place = 1; place <= 11; place += 1) statuses.push(await ask(`203.0.${round}.${place}`))
      world.turnClock(HOUR)
    }
    const rounds = [0, 11, 22].map(
      (start) => statuses.slice(start, start + 11).filter((status) => status === 202).length,
    )
    expect(rounds).toEqual([10, 9, 0])
  })

  test('E5 have the same limits for a taken address as for a free one', async () => {
    const world = makeWorld()
    await signUp(world, { email: 'taken@example.org' })
    world.turnClock(24 * HOUR)
    const series = async (email: string) => {
      const client = makeClient(world, { ip: '203.0.113.9' })
      const answers = []
      for (let count = 1; count <= 4; count += 1) answers.push(await client.post('/api/sign-up', { email }))
      return answers.map(({ status, headers, body }) => [status, headers.get('retry-after'), Object.keys(body)])
    }
    const taken = await series('taken@example.org')
    expect(taken).toEqual(await series('free@example.org'))
    expect(taken.map(([status]) => status)).toEqual([202, 202, 202, 429])
  })

  test('have the mailbox and the place as their subjects', () => {
    expect(codeLetterLimits('ada+x@example.org', '2001:db8:1:2:3:4:5:6')).toEqual({
      'code-letters-here': 'ada@example.org 2001:db8:1:2',
      'code-letters-hour': 'ada@example.org',
      'code-letters-day': 'ada@example.org',
    })
  })
})

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
    const statuses: number[] = []
    for (let count = 1; count <= 4; count += 1)
      statuses.push((await makeClient(world).post('/api/sign-up', { email: 'ada@example.org' })).status)
    expect(statuses).toEqual([202, 202, 202, 429])
  })
})
