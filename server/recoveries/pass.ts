import type { Reader } from '#db/engine/database.ts'
import * as emails from '#db/emails.ts'
import * as recoveries from '#db/recoveries.ts'
import * as users from '#db/users.ts'
import type { RecoveryPass } from '#server/ceremonies.ts'
import { AppError } from '#server/errors.ts'

/**
 * Refuses a pass with `ceremony_over` if it is no longer valid: the address was removed from the account or cannot
 * recover it, the account is about to be deleted, or a recovery of the account ended after the code of the pass was
 * sent.
 */
export async function requireLivePass(
  reader: Reader,
  { userId, email, codeSentAt }: RecoveryPass,
  now: number,
): Promise<void> {
  const owner = await recoverableBy(reader, email, now)
  const lastEnd = await recoveries.lastEnd(reader, userId, now)
  if (owner?.userId !== userId || (lastEnd !== undefined && lastEnd >= codeSentAt)) throw new AppError('ceremony_over')
}

/**
 * Returns the address if it can recover an account now, and undefined otherwise. An account that is about to be deleted
 * cannot be recovered; only a sign-in of its owner keeps it.
 */
export async function recoverableBy(reader: Reader, canonical: string, now: number): Promise<emails.Email | undefined> {
  const owner = await emails.findByCanonical(reader, canonical)
  const user = await users.find(reader, owner?.userId ?? '')
  return owner && user && user.deleteAt === null && owner.recoversAt <= now ? owner : undefined
}
