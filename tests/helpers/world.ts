import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { bootWorld, createWorld } from '#server/boot.ts'
import { type Config, readConfig } from '#server/config/config.ts'
import { HASH_COST, type HashCost } from '#server/crypto/argon2.ts'
import type { Log, World } from '#server/world.ts'
import type { Database } from '#tests/postgres/database.ts'
import { failEachCommitOnce } from '#tests/helpers/fail-once.ts'
import { isOnPostgres, makeMigrated, openSoon } from '#tests/postgres/databases.ts'

const SECRET = randomBytes(32).toString('base64url')
const STARTED_AT = Date.UTC(2026, 10, 21, 9, 0, 0)

/** A world of its own for one test: a real database, a clock turned by hand, and what was logged. */
export type TestWorld = World & {
  turnClock: (ms: number) => void
  logged: string[]
  /** Starts another world on the same data, with other secrets if they are given, as after a restart. */
  restart: (secrets?: string[]) => TestWorld
  /** The settings with which another process reaches the same data. */
  environment: () => Promise<Record<string, string>>
}

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
  const making = isOnPostgres() ? makeMigrated() : undefined
  const config = { ...readConfig({ DATA_DIR: dataDir, ...environment }), ...changes }
  const opened: World[] = []
  let now = STARTED_AT

  function open(secrets: string[]): TestWorld {
    const logged: string[] = []
    const log: Log = (level, message, facts) => void logged.push(JSON.stringify({ level, message, ...facts }))
    const world = boot({ ...config, secrets }, making, { hashCost, now: () => now, log })
    opened.push(world)
    if (process.env.COMMITS === 'fail-once') world.db = failEachCommitOnce(world.db)
    return Object.assign(world, {
      logged,
      turnClock: (ms: number) => void (now += ms),
      restart: (newer = secrets) => open(newer),
      environment: async () => ({
        DATA_DIR: dataDir,
        ...(making && { DATABASE_URL: (await making).url, SECRET: [...secrets, SECRET].slice(0, 1).join() }),
      }),
    })
  }

  return {
    world: open(config.secrets),
    async close() {
      await Promise.all(opened.map(({ db }) => db.close()))
      await (await making)?.drop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

type Boot = Parameters<typeof bootWorld>[1]

/** Boots on SQLite in the data directory, or on the PostgreSQL that is being made. */
function boot(config: Config, making: Promise<Database> | undefined, options: Boot): World {
  if (!making) return bootWorld(config, options)
  const [newest = SECRET, ...older] = config.secrets
  return createWorld({ ...config, secrets: [newest, ...older] }, (sources) => openSoon(making, sources), options)
}

/** A world whose hashes have the cost of production. */
export function makeCostlyWorld(environment: Record<string, string> = {}): TestWorld {
  return makeWorld(environment, {}, HASH_COST)
}
