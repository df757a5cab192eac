import { describe, expect, test } from 'vitest'
import { codeLetterLimits } from '#server/limits.ts'
import { makeClient } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { HOUR, ALL, attempt } from '#tests/server/limits-steps.ts'

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
