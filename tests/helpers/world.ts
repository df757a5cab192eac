import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { bootWorld } from '#server/boot.ts'
import { type Config, readConfig } from '#server/config/config.ts'
import { HASH_COST, type HashCost } from '#server/crypto/argon2.ts'
import type { World } from '#server/world.ts'

const STARTED_AT = Date.UTC(2026, 10, 21, 9, 0, 0)

/** A world of its own for one test: a real database in a temporary folder, a clock turned by hand, and what was logged. */
export type TestWorld = World & { turnClock: (ms: number) => void; logged: string[] }

/** The cost of a hash in tests about other things: the smallest that still runs off the main thread. */
const CHEAP: HashCost = { memoryCost: 1_024, timeCost: 1, parallelism: 1 }

/** Makes a world and takes it down when the test is over. The clock stands still until it is turned (milliseconds). */
export function makeWorld(...settings: Parameters<typeof openWorld>): TestWorld {
  const { world, close } = openWorld(...settings)
  onTestFinished(close)
  return world
}

/** Makes a world like `makeWorld`, for whoever takes it down. */
export function openWorld(
  environment: Record<string, string> = {},
  changes: Partial<Config> = {},
  hashCost: HashCost = CHEAP,
  folder = tmpdir(),
): { world: TestWorld; close: () => Promise<void> } {
  const dataDir = mkdtempSync(join(folder, 'latchkey-'))
  let now = STARTED_AT
  const logged: string[] = []
  const world = bootWorld(
    { ...readConfig({ DATA_DIR: dataDir, ...environment }), ...changes },
    {
      hashCost,
      now: () => now,
      log: (level, message, facts) => void logged.push(JSON.stringify({ level, message, ...facts })),
    },
  )
  return {
    world: Object.assign(world, { turnClock: (ms: number) => void (now += ms), logged }),
    async close() {
      await world.db.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A world whose hashes have the cost of production. */
export function makeCostlyWorld(environment: Record<string, string> = {}): TestWorld {
  return makeWorld(environment, {}, HASH_COST)
}
