import { describe, expect, test } from 'vitest'
import { houseKeep } from '#server/housekeeping.ts'
import { sha256 } from '#server/crypto/keys.ts'
import { countTry, forgetTries, ipGroup } from '#server/limits.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { MINUTE, HOUR, ALL, attempt, exhaust } from '#tests/server/limits-steps.ts'

describe('a count', () => {
  test('L2 survives a restart', async () => {
    const world = makeWorld()
    for (const [name] of ALL) await exhaust(world, name, 'somebody')
    await world.db.close()

    const restarted = world.restart()
    for (const [name, { window }] of ALL) expect(await attempt(restarted, { [name]: 'somebody' })).toBe(window / 1_000)
  })

  test('survives sweeping while its window is open', async () => {
    const world = makeWorld()
    await exhaust(world, 'code-tries', 'somebody')
    world.turnClock(HOUR - 1)
    await houseKeep(world)
    expect(await attempt(world, { 'code-tries': 'somebody' })).toBe(1)
  })

  test('waits longer, never shorter, when the clock is set back to a moment of its window', async () => {
    const world = makeWorld()
    await exhaust(world, 'code-tries', 'somebody')
    world.turnClock(HOUR - 1_000)
    expect(await attempt(world, { 'code-tries': 'somebody' })).toBe(1)
    world.turnClock(1_000 - HOUR)
    expect(await attempt(world, { 'code-tries': 'somebody' })).toBe(3_600)
  })

  test('C10 is over when the clock is set back to before its window', async () => {
    const world = makeWorld()
    await exhaust(world, 'code-tries', 'somebody')
    world.turnClock(-1)
    expect(await attempt(world, { 'code-tries': 'somebody' })).toBe('passed')
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
    await exhaust(world, 'recovery-letters-hour', 'ada')
    world.turnClock(10 * MINUTE)
    await exhaust(world, 'recovery-letters-here', 'ada')
    expect(
      await attempt(world, {
        'recovery-letters-here': 'ada',
        'recovery-letters-hour': 'ada',
        'recovery-letters-day': 'ada',
      }),
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
