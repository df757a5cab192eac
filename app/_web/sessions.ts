import { requireActor } from '#app/_web/actor.ts'
import { listSessions } from '#server/sessions/list.ts'
import { theWorld } from '#server/world.ts'

export type { ShownSession } from '#server/sessions/list.ts'

/** Where whoever is signed in is signed in, this session first. */
export async function ownSessions() {
  const sessions = await listSessions(theWorld(), await requireActor())
  return sessions.toSorted((one, other) => Number(other.current) - Number(one.current))
}
