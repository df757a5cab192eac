import * as backupCodes from '#db/backup-codes.ts'
import type { Reader } from '#db/engine/database.ts'
import * as passkeys from '#db/passkeys.ts'
import * as totp from '#db/totp.ts'
import * as users from '#db/users.ts'
import { isSettled, settlesAt } from '#server/settled.ts'

/** A way in that can touch: when it was bound, and when it settles (epoch milliseconds). */
export type Touching =
  | { kind: 'passkey'; passkey: passkeys.Passkey; boundAt: number; settlesAt: number; settled: boolean }
  | { kind: 'totp' | 'backup_code'; boundAt: number; settlesAt: number; settled: boolean }

/** Returns the ways in with which a person can prove that it is them: passkeys first. A suspended app is none. */
export async function touchingWays(reader: Reader, userId: string, now: number): Promise<Touching[]> {
  const [user, owned, app, codes] = await Promise.all([
    users.find(reader, userId),
    passkeys.list(reader, userId),
    totp.find(reader, userId),
    backupCodes.count(reader, userId),
  ])
  if (!user) return []
  const ageOf = (boundAt: number) => ({
    boundAt,
    settlesAt: settlesAt(boundAt, user),
    settled: isSettled(boundAt, user, now),
  })
  return [
    ...owned.map((passkey) => ({ kind: 'passkey' as const, passkey, ...ageOf(passkey.createdAt) })),
    ...(app?.suspendedAt === null ? [{ kind: 'totp' as const, ...ageOf(app.createdAt) }] : []),
    ...(codes.remaining > 0 && codes.createdAt !== undefined
      ? [{ kind: 'backup_code' as const, ...ageOf(codes.createdAt) }]
      : []),
  ]
}
