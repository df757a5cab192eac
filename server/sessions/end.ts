import * as sessions from '#db/sessions.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { requireConfirmation } from '#server/confirmation.ts'
import { AppError } from '#server/errors.ts'
import { requireSession } from '#server/sessions/check.ts'
import type { World } from '#server/world.ts'

/** Signs out: the actor's own session is over, whatever copy of its cookie comes back. */
export async function signOut(world: World, actor: Actor): Promise<void> {
  await world.db.transaction(async (tx) => {
    if (!(await sessions.remove(tx, { id: actor.sessionId, userId: actor.userId }))) return
    await record(tx, actor, 'signed_out')
  })
}

/** Ends one of the actor's sessions. Ending another than one's own needs a fresh confirmation. */
export async function endSession(world: World, actor: Actor, { id }: { id: string }): Promise<void> {
  if (id !== actor.sessionId) requireConfirmation(world, actor)
  await world.db.transaction(async (tx) => {
    await requireSession(tx, actor)
    if (!(await sessions.remove(tx, { id, userId: actor.userId }))) throw new AppError('not_found')
    await record(tx, actor, 'session_ended', { session: id })
  })
}

/** Ends all of the actor's other sessions. Refuses without a fresh confirmation. */
export async function endOtherSessions(world: World, actor: Actor): Promise<{ ended: number }> {
  requireConfirmation(world, actor)
  return world.db.transaction(async (tx) => {
    await requireSession(tx, actor)
    const ended = await sessions.removeOthers(tx, { userId: actor.userId, except: actor.sessionId })
    if (ended > 0) await record(tx, actor, 'sessions_ended', { sessions: ended })
    return { ended }
  })
}
