import * as emails from '#db/emails.ts'
import * as outbox from '#db/outbox.ts'
import * as users from '#db/users.ts'
import type { Admin } from '#server/admin/admin.ts'
import { recordAct, witnessOf } from '#server/admin/audit.ts'
import { onPerson } from '#server/admin/on-person.ts'
import { byAdmin } from '#server/admin/tell.ts'
import { record } from '#server/audit/record.ts'
import { AppError } from '#server/errors.ts'
import { enqueue, notify } from '#server/mail/outbox/enqueue.ts'
import type { World } from '#server/world.ts'

/** Lets a person in who waits for approval. Refuses with `conflict` if they do not wait, and as `onPerson` does. */
export async function approvePerson(world: World, admin: Admin, { id }: { id: string }): Promise<void> {
  const allowed = { permission: 'approve:people', touch: { act: 'approve_person', target: id } } as const
  await onPerson(world, admin, id, allowed, async (tx) => {
    if (!(await users.approve(tx, id))) throw new AppError('conflict')
    await recordAct(tx, witnessOf(admin), { act: 'person_approved', target: id })
    await record(tx, { userId: id, ip: '', userAgent: '', browser: '' }, 'approved', { ...byAdmin(admin) })
    await notify(tx, id, 'sign-up-approved', { at: tx.now, ip: '', userAgent: '' })
  })
}

/**
 * Declines a person who waits for approval: deletes the account with everything that is stored about it, and sends a last
 * letter. Refuses with `conflict` if they do not wait, and as `onPerson` does.
 */
export async function declinePerson(world: World, admin: Admin, { id }: { id: string }): Promise<void> {
  const allowed = { permission: 'approve:people', touch: { act: 'decline_person', target: id } } as const
  await onPerson(world, admin, id, allowed, async (tx) => {
    const addresses = await emails.list(tx, id)
    if (!(await users.removeAwaiting(tx, id))) throw new AppError('conflict')
    await recordAct(tx, witnessOf(admin), { act: 'person_declined', target: id })
    for (const email of addresses) {
      await outbox.removeTo(tx, email.address)
      await enqueue(tx, email, 'sign-up-declined', { at: tx.now, ip: '', userAgent: '' })
    }
  })
}
