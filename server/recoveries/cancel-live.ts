import type { Tx } from '#db/engine/database.ts'
import * as recoveries from '#db/recoveries.ts'
import type { Visitor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { inAccount } from '#server/in-account.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import type { World } from '#server/world.ts'

/**
 * Cancels the live recovery of one of the person's addresses, or of all of them, and sends a letter to every address.
 * Returns false if there is none.
 */
export async function cancelLive(tx: Tx, witness: Visitor & { userId: string }, canonical?: string): Promise<boolean> {
  const { userId } = witness
  const cancelled =
    canonical === undefined
      ? (await recoveries.cancelAll(tx, userId)) > 0
      : await recoveries.cancel(tx, { userId, canonical })
  if (!cancelled) return false
  await record(tx, witness, 'recovery_cancelled')
  await notify(tx, userId, 'recovery-cancelled', sceneOf(tx, witness))
  return true
}

/** Cancels every live recovery of everybody, for the operator, and returns of how many people. Tells each of them. */
export async function cancelRecoveriesAsOperator(world: World): Promise<{ cancelled: number }> {
  const userIds = await world.db.read((reader) => recoveries.listUserIdsWithLive(reader, world.now()))
  for (const userId of userIds)
    await inAccount(world, userId, (tx) =>
      cancelLive(tx, { userId, ip: '', userAgent: '', browser: '', language: 'en' }),
    )
  return { cancelled: userIds.length }
}
