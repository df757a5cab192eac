import { expect, onTestFinished, test } from 'vitest'
import { openWalks, walk } from './walk.ts'

const TESTS = 10
const WALKS = 10

/** A hundred random walks, from a seed on. `npm run custody` does ten thousand. */
export function testWalks(first: number): void {
  const seeds = Array.from({ length: TESTS }, (_, test) => first + test * WALKS)
  test.each(seeds)(
    'ten random walks from seed %i: the product does what the model does, and refuses the rest',
    async (seed) => {
      const { world, close } = openWalks()
      onTestFinished(close)
      // A walk throws its story when something differs. This one must not have stood still.
      let moves = 0
      for (let next = seed; next < seed + WALKS; next++) moves += await walk(world, next)
      expect(moves).toBeGreaterThan(WALKS)
    },
  )
}
