import * as backupCodes from '#db/backup-codes.ts'
import type { Reader } from '#db/engine/database.ts'
import * as emails from '#db/emails.ts'
import * as recoveries from '#db/recoveries.ts'
import * as retired from '#db/retired.ts'
import * as totp from '#db/totp.ts'
import * as users from '#db/users.ts'
import type { RecoveryPass } from '#server/ceremonies.ts'
import { KEPT_FOR, listKept, takesItselfBack } from '#server/custody/retire.ts'
import { AppError } from '#server/errors.ts'

/**
 * Refuses a pass with `ceremony_over` if it is no longer valid: the address was removed from the account, a
 * recovery of that address ended after the code of the pass was sent, or another address completed one.
 */
export async function requireLivePass(reader: Reader, pass: RecoveryPass, now: number): Promise<void> {
  const { removed } = await requirePass(reader, pass, now)
  if (removed) throw new AppError('ceremony_over')
}

/**
 * Refuses like `requireLivePass`, but takes an address that was removed in the last seven days: together with a code of
 * the account it lets in, so that nobody who removes the address shuts the holder of both out.
 */
export async function requirePass(
  reader: Reader,
  { userId, email, codeSentAt }: RecoveryPass,
  now: number,
): Promise<ReachedAddress> {
  const owner = await addressOf(reader, email, now)
  const lastEnd = await recoveries.lastEnd(reader, { userId, canonical: email, now })
  if (owner?.userId !== userId || (lastEnd !== undefined && lastEnd >= codeSentAt)) throw new AppError('ceremony_over')
  return owner
}

export type RecoveryWay = 'totp' | 'backup_code'

/** Returns the kinds of codes that let a person in with a mailbox. One that was removed lately takes the account back. */
export async function codeWays(reader: Reader, userId: string, now: number): Promise<RecoveryWay[]> {
  const [app, codes, kept] = await Promise.all([
    totp.find(reader, userId),
    backupCodes.count(reader, userId),
    listKept(reader, userId, now),
  ])
  const isKept = (kind: retired.RetiredKind) => kept.some((row) => row.kind === kind && takesItselfBack(row))
  const ways: (RecoveryWay | false)[] = [
    (app?.suspendedAt === null || isKept('totp')) && 'totp',
    (codes.remaining > 0 || isKept('backup_codes')) && 'backup_code',
  ]
  return ways.filter((way) => way !== false)
}

/** An address of an account, and whether it was removed from it in the last seven days. */
export type ReachedAddress = Pick<emails.Email, 'userId' | 'address' | 'language'> & { removed: boolean }

/**
 * Returns an address with its account. Every address of an account gets codes; what they allow depends on its age. One
 * that was removed lately gets them only if its account has an app or backup codes.
 */
export async function addressOf(reader: Reader, canonical: string, now: number): Promise<ReachedAddress | undefined> {
  // Both are always read, so that the time does not show which addresses there are.
  const [live, kept] = await Promise.all([
    emails.findByCanonical(reader, canonical),
    retired.findEmail(reader, { canonical, after: now - KEPT_FOR }),
  ])
  const userId = kept?.userId ?? ''
  const [user, ways] = await Promise.all([users.find(reader, userId), codeWays(reader, userId, now)])
  if (live) return { userId: live.userId, address: live.address, language: live.language, removed: false }
  if (!kept || !user || ways.length === 0) return undefined
  return { userId, address: emails.fromKept(kept.kept), language: user.language, removed: true }
}
