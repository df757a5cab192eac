import { describe, expect, test } from 'vitest'
import { mailboxOf } from '#server/mail/codes/budget.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { HOUR, ALL, attempt } from '#tests/server/limits-steps.ts'
import { stranger } from '#tests/server/second-factor/steps.ts'

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
    for (const email of VARIANTS.slice(0, 3))
      expect(await ask(email, '203.0.113.1')).toMatchObject({ status: 202, body: { digits: 6 } })
    for (const email of VARIANTS.slice(0, 4))
      expect(await ask(email, '203.0.113.1')).toMatchObject({ status: 202, body: { digits: 12 } })
    expect(await ask('adam@example.org', '203.0.113.1')).toMatchObject({ status: 202, body: { digits: 6 } })
  })

  test('L6 past the budget, two new tags in half an hour share letters, and the address without one always does', async () => {
    const world = makeWorld()
    const ask = (email: string) => stranger(world).post('/api/sign-up', { email })
    for (let count = 1; count <= 10; count += 1)
      expect((await ask(`ada+${count}@example.org`)).body).toMatchObject({ digits: 6 })
    for (const tag of ['a', 'b', 'a'])
      expect(await ask(`ada+${tag}@example.org`)).toMatchObject({ status: 202, body: { digits: 12 } })
    const refused = { status: 429, body: { code: 'too_many_attempts', retryAfter: 1_800 } }
    expect(await ask('ada+c@example.org')).toMatchObject(refused)
    expect(await ask('ada@example.org')).toMatchObject({ status: 202, body: { digits: 12 } })
    world.turnClock(HOUR / 2)
    expect(await ask('ada+c@example.org')).toMatchObject({ status: 202, body: { digits: 12 } })
  })

  test('L6 leave at once over all places: ten an hour, twenty a day', async () => {
    const world = makeWorld()
    const ask = async (ip: string) =>
      (await makeClient(world, { ip }).post('/api/sign-up', { email: 'ada@example.org' })).body.digits
    const digits: unknown[] = []
    for (let round = 1; round <= 3; round += 1) {
      for (let place = 1; place <= 11; place += 1) digits.push(await ask(`203.0.${round}.${place}`))
      world.turnClock(HOUR)
    }
    const rounds = [0, 11, 22].map((start) => digits.slice(start, start + 11).filter((count) => count === 6).length)
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
      return answers.map(({ status, headers, body: { ceremony: _, ...shown } }) => [
        status,
        headers.get('retry-after'),
        shown,
      ])
    }
    const taken = await series('taken@example.org')
    expect(taken).toEqual(await series('free@example.org'))
    const later = { digits: 12, sentAt: world.now() }
    expect(taken).toEqual([...[1, 2, 3].map(() => [202, null, { digits: 6 }]), [202, null, later]])
  })

  test('from one place use up only its own budget, not the mailbox’s', async () => {
    const world = makeWorld()
    const ask = async (ip: string) =>
      (await makeClient(world, { ip }).post('/api/recovery', { email: 'ada@example.org' })).body.digits
    for (let count = 1; count <= 20; count += 1) expect(await ask('2001:db8:1:2::1')).toBe(count > 3 ? 12 : 6)
    const elsewhere = []
    for (let place = 1; place <= 8; place += 1) elsewhere.push(await ask(`203.0.113.${place}`))
    expect(elsewhere).toEqual([6, 6, 6, 6, 6, 6, 6, 12])
  })

  test('have as their mailbox the address without a tag', () => {
    expect(VARIANTS.map((email) => mailboxOf(email.trim().toLowerCase()))).toEqual(
      VARIANTS.map(() => 'ada@example.org'),
    )
    expect(mailboxOf('adam@example.org')).toBe('adam@example.org')
  })
})
