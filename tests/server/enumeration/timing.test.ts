import { describe, expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import type { TestWorld } from '#tests/helpers/world.ts'
import { addressOf, everyKind, type Name } from '#tests/server/enumeration/people.ts'
import { sameDistribution } from '#tests/server/enumeration/same-distribution.ts'
import { DAY } from '#tests/server/second-step/steps.ts'

const SAMPLES = 200
const WARM_UP = 30
/** Noise of the machine may tell two samples apart once in a while; a real difference tells all of them apart. */
const MEASUREMENTS = 3

const DOORS: Record<string, { path: string; body: Record<string, string>; against: Name[] }> = {
  'sign-up': { path: '/api/sign-up', body: {}, against: ['with a passkey', 'to be deleted'] },
  recovery: { path: '/api/recovery', body: {}, against: ['with a passkey', 'recovery pending', 'to be deleted'] },
  'a wrong password': {
    path: '/api/sign-in/password',
    body: { password: 'not the one at all' },
    against: ['with a password', 'with a passkey'],
  },
}

const PAIRS = Object.entries(DOORS).flatMap(([door, { against, ...request }]) =>
  against.map((name) => ({ door, name, ...request })),
)

describe.each(PAIRS)('E2 at $door an address $name', ({ path, body, name }) => {
  test('takes as long as an unknown one', async () => {
    const world = await everyKind()
    const measured: number[] = []
    while (measured.length < MEASUREMENTS && !measured.some((p) => p > 0.01)) {
      await takeTimes(world, { path, body, name, times: WARM_UP })
      const { known, unknown } = await takeTimes(world, { path, body, name, times: SAMPLES })
      measured.push(sameDistribution(known, unknown))
    }
    expect(Math.max(...measured), `p of each measurement: ${measured.join(', ')}`).toBeGreaterThan(0.01)
  }, 180_000)
})

/** Knocks with both addresses in turn, each first as often as the other, a day apart so that no limit is met (milliseconds). */
async function takeTimes(
  world: TestWorld,
  { path, body, name, times }: { path: string; body: Record<string, string>; name: Name; times: number },
): Promise<{ known: number[]; unknown: number[] }> {
  const client = makeClient(world)
  const take = async (email: string) => {
    const started = performance.now()
    await client.post(path, { email, ...body })
    return performance.now() - started
  }
  const [known, unknown]: number[][] = [[], []]
  for (let count = 0; count < times; count += 1) {
    world.turnClock(DAY)
    const turns = [
      async () => known?.push(await take(addressOf(name))),
      async () => unknown?.push(await take(addressOf('unknown'))),
    ]
    for (const turn of count % 2 ? turns : turns.reverse()) await turn()
  }
  return { known: known ?? [], unknown: unknown ?? [] }
}
