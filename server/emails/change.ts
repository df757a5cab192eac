import * as emails from '#db/emails.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { spendTouch } from '#server/custody/touch.ts'
import { requireNoHold, requireSession } from '#server/guards.ts'
import { UNDO_DAYS_MS, undoParams } from '#server/emails/undo.ts'
import { AppError } from '#server/errors.ts'
import { enqueue, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { type Accepted, acceptedPasskeys } from '#server/passkeys/accepted.ts'
import { cancelLive } from '#server/recoveries/cancel-live.ts'
import type { World } from '#server/world.ts'

/**
 * Makes one of the actor's addresses the primary one. Sends a letter to every address; the one to the former primary
 * address has a link that undoes the change for a week. Refuses without a touch for it.
 */
export async function promoteEmail(
  world: World,
  actor: Actor,
  { id }: { id: string },
): Promise<{ accepted: Accepted }> {
  return world.db.transaction(async (tx) => {
    await requireSession(tx, actor)
    await requireNoHold(tx, actor.userId)
    const all = await emails.list(tx, actor.userId)
    const [chosen, before] = [all.find((email) => email.id === id), all.find(({ isPrimary }) => isPrimary)]
    if (!chosen || !before) throw new AppError('not_found')
    if (chosen.isPrimary === 0) {
      await spendTouch(tx, actor, { act: 'promote_email', target: id })
      await emails.promote(tx, { userId: actor.userId, canonical: chosen.canonical })
      await record(tx, actor, 'email_promoted', { address: chosen.address })
      const undo = await undoParams(tx, { ...before, change: 'promoted' }, UNDO_DAYS_MS)
      const params = { ...sceneOf(tx, actor), address: chosen.address }
      for (const email of all) {
        await enqueue(
          tx,
          email,
          'email-promoted',
          email.canonical === before.canonical ? { ...params, ...undo } : params,
        )
      }
    }
    return { accepted: await acceptedPasskeys(tx, world.config, actor.userId) }
  })
}

/**
 * Removes one of the actor's addresses. Sends a letter to every address; the one to the removed address has a link that
 * undoes the change for a week. Cancels a recovery that is under way, because it may have been started from that
 * mailbox. Refuses the primary address (`forbidden`), the last address that can recover the account (`on_hold`), and an
 * actor without a touch for it.
 */
export async function removeEmail(world: World, actor: Actor, { id }: { id: string }): Promise<void> {
  await world.db.transaction(async (tx) => {
    await requireSession(tx, actor)
    await requireNoHold(tx, actor.userId)
    const chosen = await emails.find(tx, { id, userId: actor.userId })
    if (!chosen) throw new AppError('not_found')
    if (chosen.isPrimary === 1) throw new AppError('forbidden', { reason: 'addressPrimary' })

    const others = (await emails.list(tx, actor.userId)).filter(({ id: other }) => other !== id)
    if (!others.some(({ recoversAt }) => recoversAt <= tx.now)) {
      throw new AppError('on_hold', { reason: 'addressesTooNew' })
    }

    await spendTouch(tx, actor, { act: 'remove_email', target: id })
    await cancelLive(tx, actor)
    await emails.remove(tx, { userId: actor.userId, canonical: chosen.canonical })
    await record(tx, actor, 'email_removed', { address: chosen.address })
    const undo = await undoParams(tx, { ...chosen, change: 'removed' }, UNDO_DAYS_MS)
    const params = { ...sceneOf(tx, actor), address: chosen.address }
    await enqueue(tx, chosen, 'email-removed', { ...params, ...undo })
    for (const email of await emails.list(tx, actor.userId)) await enqueue(tx, email, 'email-removed', params)
  })
}
