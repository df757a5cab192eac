import type { Tx } from '#db/engine/database.ts'
import * as events from '#db/events.ts'

type Oldest = { userId: string; place: number }

/**
 * Deletes some of a person's events that happened before a time, from the oldest on, and stores where the rest of the
 * chain begins. Returns how many it deleted: none if the oldest is another one by now. Only the beginning of a chain is
 * deleted: an event that a clock stored too early stays until the events before it are old.
 */
export async function cutOldEvents(
  tx: Tx,
  { userId, place, before, most }: Oldest & { before: number; most: number },
): Promise<number> {
  const some = await events.listFrom(tx, { place, most })
  const young = some.findIndex((event) => event.at >= before || event.userId !== userId)
  const old = young < 0 ? some : some.slice(0, young)
  const last = old.at(-1)
  if (!last || some[0]?.place !== place) return 0
  await events.cut(tx, last)
  return events.removeFrom(tx, { place, most: old.length })
}
