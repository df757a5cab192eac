import type { Tx } from '#db/engine/database.ts'
import * as recoveries from '#db/recoveries.ts'
import type { Visitor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'

/**
 * Cancels the person's live recovery and sends a letter to every address. Returns false if there is no live recovery.
 */
export async function cancelLive(tx: Tx, witness: Visitor & { userId: string }): Promise<boolean> {
  if (!(await recoveries.cancel(tx, witness.userId))) return false
  await record(tx, witness, 'recovery_cancelled')
  await notify(tx, witness.userId, 'recovery-cancelled', sceneOf(tx, witness))
  return true
}
