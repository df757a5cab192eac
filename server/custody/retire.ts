import type { Reader, Tx } from '#db/engine/database.ts'
import * as backupCodes from '#db/backup-codes.ts'
import * as passkeys from '#db/passkeys.ts'
import * as retired from '#db/retired.ts'
import * as users from '#db/users.ts'
import { mayTakeBack } from '#server/custody/rules.ts'
import { isSettled } from '#server/settled.ts'

/** How long something that was taken away is kept, in milliseconds. */
export const KEPT_FOR = 7 * 86_400_000

/** Half a day, in milliseconds. Whoever takes something away adds a way in of their own before: that goes too. */
const BEFORE = 12 * 3_600_000

/**
 * Takes a way in or an address away. What had settled is kept for seven days, and `until` says until when (epoch
 * milliseconds); anything else is deleted. Returns undefined if there is none.
 */
export async function takeAway(tx: Tx, which: retired.Which): Promise<{ until: number | undefined } | undefined> {
  const user = await users.find(tx, which.userId)
  if (!user) return undefined
  const isKept = await retired.retire(tx, which, (boundAt) => isSettled(boundAt, user, tx.now))
  return isKept === undefined ? undefined : { until: isKept ? tx.now + KEPT_FOR : undefined }
}

/** Takes every way in away from a person, because a recovery was completed. */
export async function retireEveryWayIn(tx: Tx, userId: string): Promise<void> {
  const from = { userId, cause: 'recovery' } as const
  for (const { credentialId } of await passkeys.list(tx, userId))
    await takeAway(tx, { ...from, kind: 'passkey', name: credentialId })
  for (const kind of ['totp', 'password'] as const) await takeAway(tx, { ...from, kind })
  if ((await backupCodes.count(tx, userId)).remaining > 0) await takeAway(tx, { ...from, kind: 'backup_codes' })
}

/** Returns what was taken away from a person in the last seven days, oldest first. */
export function listKept(reader: Reader, userId: string, now: number): Promise<retired.Retired[]> {
  return retired.list(reader, { userId, after: now - KEPT_FOR })
}

/** Returns whether something that is kept takes itself back. Only what had settled is kept. */
export function takesItselfBack({ final }: Pick<retired.Retired, 'final'>): boolean {
  return mayTakeBack({ settled: true, final: final === 1 })
}

/**
 * Something that was taken away takes itself back: returns the time from which on everything that was added goes. What
 * was bound at sign-up never goes.
 */
export async function addedSince(reader: Reader, { userId, retiredAt }: retired.Retired): Promise<number> {
  const user = await users.find(reader, userId)
  return Math.max(retiredAt - BEFORE, (user?.createdAt ?? 0) + 1)
}
