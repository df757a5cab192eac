import * as sessions from '#db/sessions.ts'
import type { World } from '#server/world.ts'

/** How many are written down in one transaction, so that nobody waits long behind it. */
const BATCH = 10

/** Notes that a session was used. Housekeeping writes it down: who only reads does not stand in line behind those who write. */
export function noteSeen(world: World, id: string, ip: string): void {
  world.seen.set(id, { at: world.now(), ip })
}

/** Writes down which sessions were used. What fails is noted again by their next use. */
export async function writeSeen(world: World): Promise<void> {
  const seen = [...world.seen]
  world.seen.clear()
  while (seen.length > 0) {
    const some = seen.splice(0, BATCH)
    await world.db.transaction(
      async (tx) => {
        for (const [id, { at, ip }] of some) await sessions.touch(tx, { id, ip, at })
      },
      { durable: false, chore: true },
    )
  }
}
