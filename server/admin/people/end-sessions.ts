import type { Tx } from '#db/engine/database.ts'
import * as sessions from '#db/sessions.ts'
import type { Admin } from '#server/admin/admin.ts'
import { recordAct } from '#server/admin/audit.ts'
import { type Hands, handsOf } from '#server/admin/hands.ts'
import { onPerson } from '#server/admin/on-person.ts'
import { tellPerson } from '#server/admin/tell.ts'
import type { World } from '#server/world.ts'

/** Ends every session of a person, and returns how many there were. Refuses as `onPerson` does. */
export async function endSessionsOf(
  world: World,
  admin: Admin,
  { id, reason }: { id: string; reason: string },
): Promise<{ ended: number }> {
  const allowed = { permission: 'end:sessions', touch: { act: 'end_sessions_of', target: id } } as const
  return onPerson(world, admin, id, allowed, (tx) => endSessions(tx, id, reason, handsOf(admin)))
}

/** The step of ending the sessions of a person, for administrators and for the operator. */
export async function endSessions(
  tx: Tx,
  id: string,
  reason: string,
  { witness, by }: Hands,
): Promise<{ ended: number }> {
  const ended = await sessions.removeAll(tx, id)
  await recordAct(tx, witness, { act: 'sessions_ended', target: id, reason, details: { sessions: ended } })
  if (ended > 0)
    await tellPerson(tx, id, 'sessions_ended', {
      details: { ...by, reason, sessions: ended },
      letter: { act: 'sessions_ended', ...by, reason },
    })
  return { ended }
}
