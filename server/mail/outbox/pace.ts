import type { World } from '#server/world.ts'

/** How many letters are sent at once while the provider refuses none for their rate. */
const MOST = 20
/** The rest, in milliseconds, if the provider does not say how long it should be. It doubles while no letter is accepted. */
const FIRST_REST = 1_000
const LONGEST_REST = 60_000
/** The longest rest that a provider can ask for, in milliseconds. */
export const LONGEST_WISH = 24 * 3_600_000
/** A rest is longer by up to this part of it, so that several senders do not come back at the same moment. */
const JITTER = 0.05

type Pace = { atOnce: number; restsFrom: number; restsUntil: number; fruitless: number }

const paces = new WeakMap<World, Pace>()
const STEADY: Pace = { atOnce: MOST, restsFrom: 0, restsUntil: 0, fruitless: 0 }

/** Returns how long the queue still rests, in milliseconds. A rest that begins in the future was begun by a clock that was ahead. */
export function restLeft(world: World): number {
  const { restsFrom, restsUntil } = paces.get(world) ?? STEADY
  const now = world.now()
  return restsFrom <= now ? Math.max(0, restsUntil - now) : 0
}

/** Returns how many letters may be sent now: none during a rest, few after it, and twice as many each time all are accepted. */
export function lettersAtOnce(world: World): number {
  return restLeft(world) > 0 ? 0 : (paces.get(world) ?? STEADY).atOnce
}

type Burst = { accepted: number; refused: number; retryAfter: number | undefined }

/**
 * Sets the pace by what became of the letters that were sent at once: `refused` counts those that were too many for the
 * provider, which asks for `retryAfter` seconds. Returns the rest that begins, in milliseconds.
 */
export function setPace(world: World, { accepted, refused, retryAfter = 0 }: Burst): number {
  const { atOnce, fruitless } = paces.get(world) ?? STEADY
  if (refused === 0) {
    if (accepted > 0) paces.set(world, { ...STEADY, atOnce: Math.min(MOST, atOnce * 2) })
    return 0
  }
  const rests = accepted > 0 ? 0 : fruitless + 1
  const asked = retryAfter > 0 ? retryAfter * 1_000 : Math.min(LONGEST_REST, FIRST_REST * 2 ** Math.max(0, rests - 1))
  const rest = Math.ceil(Math.min(LONGEST_WISH, asked) * (1 + JITTER * (world.random(1).readUInt8() / 255)))
  const now = world.now()
  paces.set(world, { atOnce: Math.max(1, accepted), restsFrom: now, restsUntil: now + rest, fruitless: rests })
  return rest
}
