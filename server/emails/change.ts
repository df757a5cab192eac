import * as emails from '#db/emails.ts'
import * as retired from '#db/retired.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { listKept, takeAway } from '#server/custody/retire.ts'
import { spendTouch } from '#server/custody/touch.ts'
import { MOST_EMAILS } from '#server/emails/add.ts'
import { AppError } from '#server/errors.ts'
import { enqueue, notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { type Accepted, acceptedPasskeys } from '#server/passkeys/accepted.ts'
import { cancelLive } from '#server/recoveries/cancel-live.ts'
import { inSession } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

/**
 * Makes one of the actor's addresses the primary one, which can cancel the recoveries of the others. Sends a letter to
 * every address. Refuses without a touch for it.
 */
export async function promoteEmail(
  world: World,
  actor: Actor,
  { id }: { id: string },
): Promise<{ accepted: Accepted }> {
  return inSession(world, actor, async (tx) => {
    const chosen = await emails.find(tx, { id, userId: actor.userId })
    if (!chosen) throw new AppError('not_found')
    if (chosen.isPrimary === 0) {
      await spendTouch(tx, actor, { act: 'promote_email', target: id })
      await emails.promote(tx, { userId: actor.userId, canonical: chosen.canonical })
      await record(tx, actor, 'email_promoted', { address: chosen.address })
      await notify(tx, actor.userId, 'email-promoted', { ...sceneOf(tx, actor), address: chosen.address })
    }
    return { accepted: await acceptedPasskeys(tx, world.config, actor.userId) }
  })
}

/**
 * Removes one of the actor's addresses, and cancels its recovery. Sends a letter to every address, the removed one
 * included, which can do nothing any more. If it had settled, a touch brings it back for a week. Refuses the primary
 * address (`forbidden`), and an actor without a touch for it.
 */
export async function removeEmail(world: World, actor: Actor, { id }: { id: string }): Promise<void> {
  await inSession(world, actor, async (tx) => {
    const { userId } = actor
    const chosen = await emails.find(tx, { id, userId })
    if (!chosen) throw new AppError('not_found')
    if (chosen.isPrimary === 1) throw new AppError('forbidden', { reason: 'addressPrimary' })

    await spendTouch(tx, actor, { act: 'remove_email', target: id })
    const { canonical: name, address } = chosen
    await cancelLive(tx, actor, name)
    await record(tx, actor, 'email_removed', { address })
    const kept = await takeAway(tx, { userId, kind: 'email', name, cause: 'removed' })
    const params = { ...sceneOf(tx, actor), ...kept, address }
    await notify(tx, userId, 'email-removed', params)
    await enqueue(tx, chosen, 'email-removed', params)
  })
}

/**
 * Brings back an address that was removed in the last seven days, as it was. Sends a letter to every address. Refuses
 * with `email_taken` if another account has it now, with `forbidden` if the account is full, and without a touch for it.
 */
export async function bringBackEmail(world: World, actor: Actor, { id }: { id: string }): Promise<void> {
  await inSession(world, actor, async (tx) => {
    const { userId } = actor
    const kept = await listKept(tx, userId, tx.now)
    const chosen = kept.find((row) => row.id === id && row.kind === 'email')
    if (!chosen) throw new AppError('not_found')
    await spendTouch(tx, actor, { act: 'bring_back_email', target: id })
    if ((await emails.list(tx, userId)).length >= MOST_EMAILS)
      throw new AppError('forbidden', { reason: 'addressesFull', numbers: { most: MOST_EMAILS } })
    if (!(await retired.bringBack(tx, { id, userId }))) throw new AppError('email_taken')

    const address = emails.fromKept(chosen.kept)
    await record(tx, actor, 'email_brought_back', { address })
    await notify(tx, userId, 'email-restored', { ...sceneOf(tx, actor), address })
  })
}
