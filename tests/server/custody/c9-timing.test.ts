import { expect, test } from 'vitest'
import { makeClient } from '#tests/helpers/client.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { sameDistribution } from '#tests/server/enumeration/same-distribution.ts'
import { DAY } from '#tests/server/second-factor/steps.ts'

const SAMPLES = 150
const WARM_UP = 30
/** Noise may make two samples differ once in a while; a real difference makes all of them differ. */
const MEASUREMENTS = 3

test('C9 E2 past the budget, a request on an owner’s network takes as long for the owner’s address as for an unknown one', async () => {
  const world = makeWorld({ LIMIT_SCALE: '100000' })
  const ip = '198.51.100.7'
  await signUp(world, { email: 'owner@example.com', client: makeClient(world, { ip }) })
  const client = makeClient(world, { ip })

  /** The time of the fifth request of a day, which joins or is acquainted, in milliseconds. */
  async function take(email: string): Promise<number> {
    for (let count = 0; count < 4; count += 1) await client.post('/api/recovery', { email })
    const started = performance.now()
    await client.post('/api/recovery', { email })
    return performance.now() - started
  }

  async function measure(times: number): Promise<number> {
    const [known, unknown]: [number[], number[]] = [[], []]
    for (let count = 0; count < times; count += 1) {
      // The network stays known for 90 days.
      world.turnClock(count % 2 ? DAY : -DAY)
      await world.db.transaction((tx) => tx.run('delete from limits'))
      const turns = [
        async () => known.push(await take('owner@example.com')),
        async () => unknown.push(await take('other@example.com')),
      ]
      for (const turn of count % 2 ? turns : turns.reverse()) await turn()
    }
    return sameDistribution(known, unknown)
  }

  world.turnClock(2 * DAY)
  const measured: number[] = []
  await measure(WARM_UP)
  while (measured.length < MEASUREMENTS && !measured.some((p) => p > 0.01)) measured.push(await measure(SAMPLES))
  expect(Math.max(...measured), `p of each measurement: ${measured.join(', ')}`).toBeGreaterThan(0.01)
}, 180_000)
