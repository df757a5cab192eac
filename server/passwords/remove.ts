import * as sessions from '#db/sessions.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { takeAway } from '#server/custody/retire.ts'
import { spendTouch } from '#server/custody/touch.ts'
import { AppError } from '#server/errors.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { requireWayIn } from '#server/check-up/ways-in.ts'
import { inSession } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

/**
 * Removes the actor's password and ends their other sessions. If it had settled, it is kept for seven days. Refuses the
 * last way in (`last_way_in`), and an actor without a touch for it.
 */
export async function removePassword(world: World, actor: Actor): Promise<void> {
  await inSession(world, actor, async (tx) => {
    const removed = await takeAway(tx, { userId: actor.userId, kind: 'password', cause: 'removed' })
    if (!removed) throw new AppError('not_found')
    await requireWayIn(tx, actor.userId)
    await spendTouch(tx, actor, { act: 'remove_password' })
    await sessions.removeOthers(tx, { userId: actor.userId, except: actor.sessionId })
    await record(tx, actor, 'password_removed')
    await notify(tx, actor.userId, 'password-removed', { ...sceneOf(tx, actor), ...removed })
  })
}
