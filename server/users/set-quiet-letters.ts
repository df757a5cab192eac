import * as users from '#db/users.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { requireConfirmation } from '#server/guards.ts'
import { inSession } from '#server/in-account.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { CAN_BE_QUIET, type QuietLetter, quietLetters } from '#server/mail/quiet-letters.ts'
import type { World } from '#server/world.ts'

/**
 * Sets which letters the actor no longer gets; all others are sent. A change is told to every address, so that nobody
 * can silence an account unseen. Refuses without a fresh confirmation. Does nothing if nothing changes.
 */
export async function setQuietLetters(
  world: World,
  actor: Actor,
  { quiet: chosen }: { quiet: QuietLetter[] },
): Promise<void> {
  requireConfirmation(world, actor)
  await inSession(world, actor, async (tx) => {
    const quiet = CAN_BE_QUIET.filter((letter) => chosen.includes(letter))
    const before = await quietLetters(tx, actor.userId)
    if (before.join() === quiet.join()) return
    await users.setQuietLetters(tx, { id: actor.userId, quietLetters: JSON.stringify(quiet) })
    await record(tx, actor, 'letters_chosen', { quiet })
    await notify(tx, actor.userId, 'letters-chosen', { ...sceneOf(tx, actor), quiet })
  })
}
