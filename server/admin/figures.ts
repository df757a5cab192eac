import { setImmediate as nextTurn } from 'node:timers/promises'
import * as events from '#db/events.ts'
import * as people from '#db/people.ts'
import { keptFor } from '#server/admin/kept.ts'
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

/** Returns how many people have an account: counted in small steps, and not again for ten minutes. */
export function countPeople(world: World): Promise<Figure> {
  return keptFor(world, 'people', PEOPLE_KEPT, async (countedAt) => {
    let count = 0
    for (let after: string | null = ''; after !== null; ) {
      const step: { after: string; most: number } = { after, most: AT_A_TIME }
      const counted = await world.db.read((reader) => people.countAfter(reader, step))
      count += counted.people
      after = counted.last
      await nextTurn()
    }
    return { count, countedAt }
  })
}

/** Returns how many sign-ins there were in the last 24 hours, up to `MOST_SIGN_INS`: not counted again for a minute. */
export function countSignIns(world: World): Promise<Figure> {
  return keptFor(world, 'sign-ins', SIGN_INS_KEPT, async (countedAt) => {
    const asked = { kind: 'signed_in', since: countedAt - DAY, most: MOST_SIGN_INS }
    return { count: await world.db.read((reader) => events.countSince(reader, asked)), countedAt }
  })
}
