import type { Reader } from '#db/engine/database.ts'
import * as emails from '#db/emails.ts'
import * as sessions from '#db/sessions.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { requireConfirmation } from '#server/guards.ts'
import { readAddress } from '#server/addresses/address.ts'
import { AppError } from '#server/errors.ts'
import { inAccount, inSession } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

/** Signs out: deletes the row of the actor's session, so that no copy of its cookie works any more. */
export async function signOut(world: World, actor: Actor): Promise<void> {
  await inAccount(world, actor.userId, async (tx) => {
    if (!(await sessions.remove(tx, { id: actor.sessionId, userId: actor.userId }))) return
    await record(tx, actor, 'signed_out')
  })
}

/**
 * Ends one of the actor's sessions. Ending a session other than the actor's own needs a fresh confirmation. Refuses an
 * unknown one with `not_found`.
 */
export async function endSession(world: World, actor: Actor, { id }: { id: string }): Promise<void> {
  if (id !== actor.sessionId) requireConfirmation(world, actor)
  await inSession(world, actor, async (tx) => {
    if (!(await sessions.remove(tx, { id, userId: actor.userId }))) throw new AppError('not_found')
    await record(tx, actor, 'session_ended', { session: id })
  })
}

/** Ends all of the actor's other sessions and returns how many. Refuses without a fresh confirmation. */
export async function endOtherSessions(world: World, actor: Actor): Promise<{ ended: number }> {
  requireConfirmation(world, actor)
  return inSession(world, actor, async (tx) => {
    const ended = await sessions.removeOthers(tx, { userId: actor.userId, except: actor.sessionId })
    if (ended > 0) await record(tx, actor, 'sessions_ended', { sessions: ended })
    return { ended }
  })
}

/**
 * Ends every session of one person, or of all people without an address, for the operator. Records it in each person's
 * activity. Refuses an unknown address with `not_found`.
 */
export async function endSessionsAsOperator(world: World, { email }: { email?: string }): Promise<{ ended: number }> {
  const userIds = await world.db.read(async (reader) =>
    email === undefined ? sessions.listUserIds(reader) : [await ownerOf(reader, email)],
  )
  let ended = 0
  for (const userId of userIds) ended += await endAll(world, userId)
  return { ended }
}

function endAll(world: World, userId: string): Promise<number> {
  return inAccount(world, userId, async (tx) => {
    const sessionsEnded = await sessions.removeAll(tx, userId)
    const operator = { userId, ip: '', userAgent: '', browser: '' }
    if (sessionsEnded > 0) await record(tx, operator, 'sessions_ended', { sessions: sessionsEnded, by: 'operator' })
    return sessionsEnded
  })
}

async function ownerOf(reader: Reader, email: string): Promise<string> {
  const owner = await emails.findByCanonical(reader, readAddress(email)?.canonical ?? '')
  if (!owner) throw new AppError('not_found')
  return owner.userId
}
