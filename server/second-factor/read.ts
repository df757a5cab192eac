import * as backupCodes from '#db/backup-codes.ts'
import * as passwords from '#db/passwords.ts'
import * as totp from '#db/totp.ts'
import type { Actor } from '#server/actor.ts'
import type { World } from '#server/world.ts'

/** The factors that the actor has besides passkeys. Times are epoch milliseconds. */
export type Fallbacks = {
  totp?: { createdAt: number; suspendedAt?: number }
  backupCodes: { remaining: number; createdAt?: number }
  password?: { setAt: number }
}

export async function readFallbacks(world: World, { userId }: Actor): Promise<Fallbacks> {
  const [app, codes, password] = await world.db.read((reader) =>
    Promise.all([totp.find(reader, userId), backupCodes.count(reader, userId), passwords.find(reader, userId)]),
  )
  return {
    totp: app && { createdAt: app.createdAt, suspendedAt: app.suspendedAt ?? undefined },
    backupCodes: codes,
    password: password && { setAt: password.setAt },
  }
}
