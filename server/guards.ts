import type { Reader } from '#db/engine/database.ts'
import * as recoveries from '#db/recoveries.ts'
import * as sessions from '#db/sessions.ts'
import type { User } from '#db/users.ts'
import type { Actor } from '#server/actor.ts'
import { AppError } from '#server/errors.ts'
import type { World } from '#server/world.ts'

/** How long a confirmation is valid for sensitive actions, in milliseconds. */
const FRESH = 10 * 60_000

/**
 * Refuses with `confirmation_required` unless this session was confirmed in the last ten minutes. A confirmation in the
 * future does not count. The start of a session that was opened with a mailbox code counts as a confirmation for adding
 * a passkey only.
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
 * Refuses with `not_signed_in` if the session ended during the request. Verifying a passkey and hashing codes take
 * time, and after a session is ended it must not change anything.
 */
export async function requireSession(reader: Reader, { sessionId, userId }: Actor): Promise<void> {
  if (!(await sessions.isThere(reader, { id: sessionId, userId }))) throw new AppError('not_signed_in')
}

/** Refuses with `on_hold` while a recovery of the account is under way. */
export async function requireNoRecovery(reader: Reader, userId: string, now: number): Promise<void> {
  if (await recoveries.findFirstLive(reader, userId, now)) throw new AppError('on_hold', { reason: 'recoveryUnderWay' })
}

type Door = Pick<User, 'suspendedAt' | 'suspendedUntil' | 'awaitingSince'>

/** Returns why a person may not enter now, if so. */
export function shutOut(
  { suspendedAt, suspendedUntil, awaitingSince }: Door,
  now: number,
): 'awaiting_approval' | 'suspended' | undefined {
  if (awaitingSince !== null) return 'awaiting_approval'
  return suspendedAt !== null && (suspendedUntil === null || suspendedUntil > now) ? 'suspended' : undefined
}

/**
 * Refuses with `suspended` while an account is suspended, and with `awaiting_approval` until it is approved. After the proof of
 * who asks, so that strangers learn nothing.
 */
export function requireMayEnter(user: Door, now: number): void {
  const why = shutOut(user, now)
  if (why) throw new AppError(why)
}
