import type { Reader, Tx } from '#db/engine/database.ts'
import * as backupCodes from '#db/backup-codes.ts'
import * as passkeys from '#db/passkeys.ts'
import * as passwords from '#db/passwords.ts'
import * as retired from '#db/retired.ts'
import * as totp from '#db/totp.ts'
import * as users from '#db/users.ts'
import { mayTakeBack } from '#server/custody/rules.ts'
import { isSettled } from '#server/custody/settled.ts'

/** How long something that was taken away is kept, in milliseconds. */
export const KEPT_FOR = 7 * 86_400_000

/**
 * Takes every way in away from a person, because a recovery was completed. What had settled is kept for seven days and
 * takes itself back; everything else is deleted.
 */
export async function retireEveryWayIn(tx: Tx, userId: string): Promise<void> {
  const [user, owned, app, codes, password] = await Promise.all([
    users.find(tx, userId),
    passkeys.list(tx, userId),
    totp.find(tx, userId),
    backupCodes.count(tx, userId),
    passwords.find(tx, userId),
  ])
  if (!user) return
  const isKept = (boundAt: number | undefined) =>
    boundAt !== undefined && mayTakeBack({ settled: isSettled(boundAt, user, tx.now), final: false })
  const from = { userId, cause: 'recovery' } as const
  for (const { credentialId, createdAt } of owned)
    if (isKept(createdAt)) await retired.retire(tx, { ...from, kind: 'passkey', name: credentialId })
  if (isKept(app?.createdAt)) await retired.retire(tx, { ...from, kind: 'totp' })
  if (codes.remaining > 0 && isKept(codes.createdAt)) await retired.retire(tx, { ...from, kind: 'backup_codes' })
  if (isKept(password?.setAt)) await retired.retire(tx, { ...from, kind: 'password' })

  await passkeys.removeAll(tx, userId)
  await totp.remove(tx, userId)
  await passwords.remove(tx, userId)
}

/** Returns what was taken away from a person in the last seven days, oldest first. */
export function listKept(reader: Reader, userId: string, now: number): Promise<retired.Retired[]> {
  return retired.list(reader, { userId, after: now - KEPT_FOR })
}
