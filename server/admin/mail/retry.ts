import * as queue from '#db/outbox-queue.ts'
import type { Admin } from '#server/admin/admin.ts'
import { recordAct, witnessOf } from '#server/admin/audit.ts'
import { onInstance } from '#server/admin/on-instance.ts'
import { LEASE } from '#server/mail/outbox/deliver.ts'
import type { World } from '#server/world.ts'

/** How many letters one act sends again, so that others do not wait long for it. */
const MOST = 500

/**
 * Lets letters that were refused be sent again now, instead of after their wait, and returns how many. None can be dropped:
 * people are told what happens to their account, and a recovery waits until they were. Refuses as `onInstance` does.
 */
export async function retryLetters(world: World, admin: Admin): Promise<{ retried: number }> {
  const allowed = { permission: 'manage:mail', touch: { act: 'retry_letters' } } as const
  return onInstance(world, admin, allowed, async (tx) => {
    const retried = await queue.retryRefused(tx, { lease: LEASE, most: MOST })
    await recordAct(tx, witnessOf(admin), { act: 'letters_retried', target: '', details: { letters: retried } })
    return { retried }
  })
}
