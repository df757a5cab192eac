import { setImmediate as nextTurn } from 'node:timers/promises'
import * as events from '#db/events.ts'
import * as people from '#db/people.ts'
import type { World } from '#server/world.ts'

/** A number that was counted at a time (epoch milliseconds). */
export type Figure = { count: number; countedAt: number }

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** How long a count is kept, in milliseconds. */
const PEOPLE_KEPT = 10 * MINUTE
const SIGN_INS_KEPT = MINUTE
/** How many people one statement counts, so that nobody waits for it. */
const AT_A_TIME = 10_000
/** Beyond this number sign-ins are not counted. */
export const MOST_SIGN_INS = 10_000

type Kept = Map<string, { since: number; figure: Promise<Figure> }>

const figures = new WeakMap<World, Kept>()

/** Returns how many people have an account: counted in small steps, and not again for ten minutes. */
export function countPeople(world: World): Promise<Figure> {
  return keptFor(world, 'people', PEOPLE_KEPT, async () => {
    let count = 0
    for (let after: string | null = ''; after !== null; ) {
      const step: { after: string; most: number } = { after, most: AT_A_TIME }
      const counted = await world.db.read((reader) => people.countAfter(reader, step))
      count += counted.people
      after = counted.last
      await nextTurn()
    }
    return count
  })
}

/** Returns how many sign-ins there were in the last 24 hours, up to `MOST_SIGN_INS`: not counted again for a minute. */
export function countSignIns(world: World): Promise<Figure> {
  return keptFor(world, 'sign-ins', SIGN_INS_KEPT, () => {
    const since = world.now() - DAY
    return world.db.read((reader) => events.countSince(reader, { kind: 'signed_in', since, most: MOST_SIGN_INS }))
  })
}

/** Returns the figure that was counted lately (milliseconds), or counts it. Requests at the same time count once. */
function keptFor(world: World, name: string, lifetime: number, count: () => Promise<number>): Promise<Figure> {
  const kept: Kept = figures.get(world) ?? new Map()
  figures.set(world, kept)
  const before = kept.get(name)
  const now = world.now()
  if (before && now >= before.since && now - before.since < lifetime) return before.figure
  const figure = count().then((counted) => ({ count: counted, countedAt: now }))
  kept.set(name, { since: now, figure })
  // A count that failed is counted again.
  figure.catch(() => kept.delete(name))
  return figure
}
