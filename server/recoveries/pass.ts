import type { Reader } from '#db/engine/database.ts'
import * as emails from '#db/emails.ts'
import * as recoveries from '#db/recoveries.ts'
import * as users from '#db/users.ts'
import type { RecoveryPass } from '#server/ceremonies.ts'
import { AppError } from '#server/errors.ts'

/**
 * Refuses a pass that is not good any more: the address has left the account or cannot recover it, the account is about to be
 * deleted, or a recovery of it ended after the code for the pass was mailed, and every token of that cycle with it.
 */
export async function requireLivePass(
  reader: Reader,
  { userId, email, codeSentAt }: RecoveryPass,
  now: number,
): Promise<void> {
  const owner = await recoverableBy(reader, email, now)
  const lastEnd = await recoveries.lastEnd(reader, userId)
  if (owner?.userId !== userId || (lastEnd !== undefined && lastEnd >= codeSentAt)) throw new AppError('ceremony_over')
}

/** Whose account an address can recover now. Not one that is about to be deleted: only its owner's sign-in revives that. */
export async function recoverableBy(reader: Reader, canonical: string, now: number): Promise<emails.Email | undefined> {
  const owner = await emails.findByCanonical(reader, canonical)
  const user = await users.find(reader, owner?.userId ?? '')
  return owner && user && user.deleteAt === null && owner.recoversAt <= now ? owner : undefined
}
