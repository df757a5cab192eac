import type { Reader } from '#db/engine/database.ts'
import * as emails from '#db/emails.ts'
import * as recoveries from '#db/recoveries.ts'
import type { RecoveryPass } from '#server/ceremonies.ts'
import { AppError } from '#server/errors.ts'

/**
 * Refuses a pass with `ceremony_over` if it is no longer valid: the address was removed from the account, a
 * recovery of that address ended after the code of the pass was sent, or another address completed one.
 */
export async function requireLivePass(
  reader: Reader,
  { userId, email, codeSentAt }: RecoveryPass,
  now: number,
): Promise<void> {
  const owner = await addressOf(reader, email)
  const lastEnd = await recoveries.lastEnd(reader, { userId, canonical: email, now })
  if (owner?.userId !== userId || (lastEnd !== undefined && lastEnd >= codeSentAt)) throw new AppError('ceremony_over')
}

/** Returns an address with its account. Every address of an account gets codes; what they allow depends on its age. */
export function addressOf(reader: Reader, canonical: string): Promise<emails.Email | undefined> {
  return emails.findByCanonical(reader, canonical)
}
