import type { Reader, Tx } from '#db/engine/database.ts'
import * as recoveries from '#db/recoveries.ts'
import * as users from '#db/users.ts'
import { AppError } from '#server/errors.ts'

/** Refuses while a recovery has just been completed: for three days nobody changes where the owner would be told. */
export async function requireNoHold(tx: Tx, userId: string): Promise<void> {
  const user = await users.find(tx, userId)
  if (user && user.heldUntil > tx.now) {
    const hours = Math.ceil((user.heldUntil - tx.now) / 3_600_000)
    throw new AppError('on_hold', { reason: 'recoveredLately', numbers: { hours } })
  }
}

/** Refuses while a recovery is under way. */
export async function requireNoRecovery(reader: Reader, userId: string, now: number): Promise<void> {
  if (await recoveries.findLive(reader, userId, now)) throw new AppError('on_hold', { reason: 'recoveryUnderWay' })
}
