import * as sessions from '#db/sessions.ts'
import type { World } from '#server/world.ts'

/** How many are stored in one transaction, so that other transactions do not wait long for it. */
const BATCH = 10

/**
 * Notes in memory that a session was used. Housekeeping stores it, so that a request that only reads does not wait for
 * writers.
 */
export function noteSeen(world: World, id: string, ip: string): void {
  world.seen.set(id, { at: world.now(), ip })
}

/** Stores which sessions were used. After a failure, the next use of a session notes it again. */
export async function writeSeen(world: World): Promise<void> {
  // In one order, so that two instances never wait for each other’s rows.
  const seen = [...world.seen].toSorted(([one], [other]) => (one < other ? -1 : 1))
  world.seen.clear()
  while (seen.length > 0) {
    const some = seen.splice(0, BATCH)
    await world.db.transaction(
      async (tx) => {
        for (const [id, { at, ip }] of some) await sessions.touch(tx, { id, ip, at })
      },
      { durable: false, background: true },
    )
  }
}
