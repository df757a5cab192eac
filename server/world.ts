import type { Config } from '#server/config/config.ts'
import type { Keys } from '#server/crypto/keys.ts'
import type { MailTransport } from '#server/mail-transport.ts'
import type { Database } from '#db/engine/database.ts'

/** Everything outside the product that a use-case may reach for. Made once, in `boot.ts`. */
export type World = {
  config: Config
  db: Database
  keys: Keys
  transport: MailTransport
  log: Log
  /** Epoch milliseconds. */
  now: () => number
  /** Random bytes from the system's cryptographic source. */
  random: (bytes: number) => Buffer
  /** Sessions that were used, by id, until housekeeping writes it down. */
  seen: Map<string, Seen>
  /** Turns the clock, in testing mode only (milliseconds, may be negative). */
  advanceClock: ((ms: number) => void) | undefined
}

/** When (epoch milliseconds) and from which IP address a session was last used. */
type Seen = { at: number; ip: string }

/** One JSON line per entry. Never a code, token, cookie, key or whole address. */
export type Log = (level: 'info' | 'warn' | 'error', message: string, facts?: Record<string, unknown>) => void

// A module's variables exist once per bundle (the process has one, Next's pages another); the global object is shared.
const SLOT = Symbol.for('latchkey.world')
const shared: typeof globalThis & { [SLOT]?: World } = globalThis

/** Hangs the world where the pages find it. */
export function publishWorld(world: World): void {
  shared[SLOT] = world
}

/** The world of this process, for pages. */
export function theWorld(): World {
  const world = shared[SLOT]
  if (!world) throw new Error('The world is not made yet: pages are served by server/main.ts only.')
  return world
}
