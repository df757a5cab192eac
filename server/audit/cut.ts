import type { Tx } from '#db/engine/database.ts'
import * as events from '#db/events.ts'

/**
 * Deletes some of the oldest events of one person that happened before a time, and stores where the rest of the chain
 * begins. Returns how many it deleted. Only the beginning of a chain is deleted: an event that a clock stored too early
 * stays until the events before it are old.
 */
export async function cutOldEvents(tx: Tx, { before, most }: { before: number; most: number }): Promise<number> {
  const oldest = await events.findOldest(tx, before)
  if (!oldest) return 0
  const some = await events.listFrom(tx, { place: oldest.place, most })
  const young = some.findIndex(({ at, userId }) => at >= before || userId !== oldest.userId)
  const old = young < 0 ? some : some.slice(0, young)
  const last = old.at(-1)
  if (!last) return 0
  await events.cut(tx, last)
  return events.removeFrom(tx, { place: oldest.place, most: old.length })
}
