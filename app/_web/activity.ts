import { requireActor } from '#app/_web/actor.ts'
import { listEvents } from '#server/audit/list.ts'
import { theWorld } from '#server/world.ts'

export type { ShownEvent } from '#server/audit/list.ts'
export type { EventKind } from '#server/audit/record.ts'

/** What happened to the account of whoever is signed in, newest first. */
export async function ownActivity(asked: { before?: number; limit: number }) {
  return listEvents(theWorld(), await requireActor(), asked)
}
