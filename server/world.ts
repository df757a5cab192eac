import type { Config } from '#server/config/config.ts'
import type { Keys } from '#server/crypto/keys.ts'
import type { HashCost } from '#server/crypto/argon2.ts'
import type { MailTransport } from '#server/mail-transport.ts'
import type { Database } from '#db/engine/database.ts'

/** Everything outside the product that a use-case may use. `boot.ts` creates it once. */
export type World = {
  config: Config
  db: Database
  keys: Keys
  /** What hashing a password costs. Cheaper in tests only. */
  hashCost: HashCost
  transport: MailTransport
  log: Log
  /** Epoch milliseconds. */
  now: () => number
  /** Random bytes from the system's cryptographic source. */
  random: (bytes: number) => Buffer
  /** The last uses of sessions, by session id, until housekeeping stores them. */
  seen: Map<string, Seen>
  /** The version of the product. */
  version: string
  /** Turns the clock, in testing mode only (milliseconds, may be negative). */
  advanceClock: ((ms: number) => Promise<void>) | undefined
  /** Takes over what another instance turned the clock by. In testing mode with a shared database only. */
  refreshClock?: () => Promise<void>
}

/** When (epoch milliseconds) and from which IP address a session was last used. */
type Seen = { at: number; ip: string }

/** One JSON line per entry. Never a code, token, cookie, key or whole address. */
export type Log = (level: 'info' | 'warn' | 'error', message: string, facts?: Record<string, unknown>) => void

// A module's variables exist once per bundle (the process has one, Next's pages another); the global object is shared.
const SLOT = Symbol.for('latchkey.world')
const shared: typeof globalThis & { [SLOT]?: World } = globalThis

/** Stores the world in the global object, where pages find it. */
export function publishWorld(world: World): void {
  shared[SLOT] = world
}

/** Returns the world of this process, for pages. Throws before `publishWorld`. */
export function theWorld(): World {
  const world = shared[SLOT]
  if (!world) throw new Error('The world does not exist yet: only server/main.ts serves pages.')
  return world
}
