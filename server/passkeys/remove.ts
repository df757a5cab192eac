import * as passkeys from '#db/passkeys.ts'
import * as sessions from '#db/sessions.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { takeAway } from '#server/custody/retire.ts'
import { trySpendTouch } from '#server/custody/touch.ts'
import { AppError } from '#server/errors.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { type Accepted, acceptedPasskeys } from '#server/passkeys/accepted.ts'
import { requireWayIn } from '#server/check-up/ways-in.ts'
import { inSession } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

/**
 * The passkeys that remain, and the ids of the other live sessions that the removed passkey opened. The page offers to
 * end those.
 */
export type RemoveAnswer = { accepted: Accepted; sessions: string[] }

/**
 * Removes one of the actor's passkeys. If it had settled, it is kept for seven days. Refuses the last way in (`last_way_in`), and an actor whose settled
 * way in did not touch for it (`touch_required`).
 */
export async function removePasskey(world: World, actor: Actor, { id }: { id: string }): Promise<RemoveAnswer> {
  return inSession(world, actor, async (tx) => {
    const untouched = await trySpendTouch(tx, actor, { act: 'remove_passkey', target: id })
    const opened = await sessions.listIdsOpenedBy(tx, { passkeyId: id, userId: actor.userId, except: actor.sessionId })
    const chosen = await passkeys.find(tx, { id, userId: actor.userId })
    const { userId } = actor
    const removed =
      chosen && (await takeAway(tx, { userId, kind: 'passkey', name: chosen.credentialId, cause: 'removed' }))
    if (!removed) throw new AppError('not_found')
    await requireWayIn(tx, actor.userId)
    if (untouched) throw untouched
    await sessions.forgetTouches(tx, actor.userId)

    await record(tx, actor, 'passkey_removed', { passkey: chosen.name })
    await notify(tx, actor.userId, 'passkey-removed', { ...sceneOf(tx, actor), name: chosen.name, ...removed })
    return { accepted: await acceptedPasskeys(tx, world.config, actor.userId), sessions: opened }
  })
}
