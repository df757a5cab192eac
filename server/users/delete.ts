import type { Tx } from '#db/engine/database.ts'
import * as emails from '#db/emails.ts'
import * as outbox from '#db/outbox.ts'
import * as sessions from '#db/sessions.ts'
import * as users from '#db/users.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { spendTouch } from '#server/custody/touch.ts'
import { requireNoRecovery } from '#server/guards.ts'
import { enqueue, notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { requireOwnerLeft, waitIfOwner } from '#server/roles/owners.ts'
import { inSession } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

/** How long a sign-in undoes a planned deletion, in milliseconds. */
const GRACE = 7 * 86_400_000
const BATCH = 20

/**
 * Plans the account's deletion in seven days and ends every session. A sign-in undoes it. Refuses with `on_hold` while
 * a recovery is under way, with `last_owner`, and without a touch for it.
 */
export async function deleteAccount(world: World, actor: Actor): Promise<{ deleteAt: number }> {
  return inSession(world, actor, async (tx) => {
    const isOwner = await waitIfOwner(tx, actor.userId)
    await requireNoRecovery(tx, actor.userId, tx.now)
    await spendTouch(tx, actor, { act: 'delete_account' })
    const deleteAt = tx.now + GRACE
    await users.scheduleDeletion(tx, { id: actor.userId, at: deleteAt })
    if (isOwner) await requireOwnerLeft(tx)
    await sessions.removeAll(tx, actor.userId)
    await record(tx, actor, 'account_deletion_started', { deleteAt })
    await notify(tx, actor.userId, 'account-deletion-started', { ...sceneOf(tx, actor), deleteAt })
    return { deleteAt }
  })
}

/**
 * Deletes the accounts whose grace time is over, with everything that is stored about them, and sends a last letter.
 */
export async function deleteDueAccounts(world: World): Promise<void> {
  const due = await world.db.read((reader) => users.listDueForDeletion(reader, { now: world.now(), most: BATCH }))
  for (const { id } of due) await world.db.transaction((tx) => deleteIfDue(tx, id), { background: true, person: id })
}

async function deleteIfDue(tx: Tx, id: string): Promise<void> {
  const addresses = await emails.list(tx, id)
  if (!(await users.removeIfDue(tx, id))) return
  for (const email of addresses) {
    await outbox.removeTo(tx, email.address)
    await enqueue(tx, email, 'account-deleted', { at: tx.now, ip: '', userAgent: '' })
  }
}
