import type { Reader, Tx } from '#db/engine/database.ts'
import * as recoveries from '#db/recoveries.ts'
import * as sessions from '#db/sessions.ts'
import * as users from '#db/users.ts'
import type { Actor } from '#server/actor.ts'
import { AppError } from '#server/errors.ts'
import type { World } from '#server/world.ts'

/** For how long a confirmation opens sensitive actions, in milliseconds. */
const FRESH = 10 * 60_000

/**
 * Refuses unless this session proved who it is in the last ten minutes. A confirmation from the future is none. A session opened
 * with a mailbox code is confirmed for one thing, by its own beginning: adding a passkey.
 */
export function requireConfirmation(
  world: World,
  { confirmedAt, way, sessionStartedAt }: Actor,
  action?: 'add a passkey',
): void {
  const provenAt = confirmedAt ?? (way === 'mailbox_code' && action === 'add a passkey' ? sessionStartedAt : undefined)
  const age = provenAt === undefined ? Number.POSITIVE_INFINITY : world.now() - provenAt
  if (age < 0 || age > FRESH) throw new AppError('confirmation_required')
}

/**
 * Refuses who was thrown out while their request was under way: a passkey may take a moment to verify and codes longer to hash, and
 * whoever ended the session counts on nothing coming after.
 */
export async function requireSession(tx: Tx, { sessionId, userId }: Actor): Promise<void> {
  if (!(await sessions.isThere(tx, { id: sessionId, userId }))) throw new AppError('not_signed_in')
}

/** Refuses while a recovery has just been completed: for three days nobody changes where the owner would be told. */
export async function requireNoHold(tx: Tx, userId: string): Promise<void> {
  const user = await users.find(tx, userId)
  if (user && user.heldUntil > tx.now) {
    const hours = Math.ceil((user.heldUntil - tx.now) / 3_600_000)
    throw new AppError('on_hold', { reason: 'recoveredLately', numbers: { hours } })
  }
}

/** Refuses while a recovery is under way. */
export async function requireNoRecovery(reader: Reader, userId: string, now: number): Promise<void> {
  if (await recoveries.findLive(reader, userId, now)) throw new AppError('on_hold', { reason: 'recoveryUnderWay' })
}
