import * as sessions from '#db/sessions.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { takeAway } from '#server/custody/retire.ts'
import { trySpendTouch } from '#server/custody/touch.ts'
import { AppError } from '#server/errors.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { requireWayIn } from '#server/check-up/ways-in.ts'
import { inSession } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

/**
 * Removes the authenticator app and the password, and ends the person's other sessions. What had settled is kept for seven
 * days. Refuses without a touch for it.
 */
export async function removeTotp(world: World, actor: Actor): Promise<void> {
  await inSession(world, actor, async (tx) => {
    const untouched = await trySpendTouch(tx, actor, { act: 'remove_app' })
    const from = { userId: actor.userId, cause: 'removed' } as const
    const app = await takeAway(tx, { ...from, kind: 'totp' })
    if (!app) throw new AppError('not_found')
    const password = await takeAway(tx, { ...from, kind: 'password' })
    await requireWayIn(tx, actor.userId)
    if (untouched) throw untouched
    await sessions.forgetTouches(tx, actor.userId)
    await sessions.removeOthers(tx, { userId: actor.userId, except: actor.sessionId })

    await record(tx, actor, 'totp_off')
    await notify(tx, actor.userId, 'totp-off', { ...sceneOf(tx, actor), ...app })
    if (!password) return
    await record(tx, actor, 'password_removed')
    await notify(tx, actor.userId, 'password-removed', { ...sceneOf(tx, actor), ...password })
  })
}
