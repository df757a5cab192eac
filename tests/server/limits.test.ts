import { describe, expect, test } from 'vitest'
import { makeWorld } from '#tests/helpers/world.ts'
import { ALL, attempt, exhaust } from '#tests/server/limits-steps.ts'

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
