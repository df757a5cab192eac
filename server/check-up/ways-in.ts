import type { Reader } from '#db/engine/database.ts'
import * as backupCodes from '#db/backup-codes.ts'
import * as passkeys from '#db/passkeys.ts'
import * as passwords from '#db/passwords.ts'
import * as totp from '#db/totp.ts'
import { AppError } from '#server/errors.ts'

/**
 * The ways a person can sign in with what the account has now, without waiting for a recovery. A suspended
 * authenticator app is no second step.
 */
export type WayIn = 'passkey' | 'password' | 'mailbox_code'

export async function waysIn(reader: Reader, userId: string): Promise<WayIn[]> {
  const [keys, password, app, codes] = await Promise.all([
    passkeys.list(reader, userId),
    passwords.find(reader, userId),
    totp.find(reader, userId),
    backupCodes.count(reader, userId),
  ])
  const secondStep = app?.suspendedAt === null || codes.remaining > 0
  const ways: (WayIn | false)[] = [
    keys.length > 0 && 'passkey',
    password !== undefined && secondStep && 'password',
    secondStep && 'mailbox_code',
  ]
  return ways.filter((way) => way !== false)
}

/** Refuses with `last_way_in` if the person has no way in left, so that the transaction is rolled back. */
export async function requireWayIn(reader: Reader, userId: string): Promise<void> {
  if ((await waysIn(reader, userId)).length === 0) throw new AppError('last_way_in')
}
