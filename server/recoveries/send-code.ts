import type { Tx } from '#db/engine/database.ts'
import type { Visitor } from '#server/actor.ts'
import { joinLetter } from '#server/mail/codes/join.ts'
import { joinedCode, type SentCode } from '#server/mail/codes/send.ts'
import { enqueue, enqueueDecoy, enqueueJoined, enqueueJoinedDecoy, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { isAcquainted } from '#server/recoveries/acquaintance.ts'
import { addressOf } from '#server/recoveries/pass.ts'
import type { World } from '#server/world.ts'

/**
 * Sends the code of a recovery to an address that can recover an account; an unknown address takes the same work. Past
 * the budget of strangers the request joins the next letter. If the account knows the browser or the network, its letter
 * leaves at once all the same. The answer does not show that, or it would tell who has an account.
 */
export async function sendRecoveryCode(
  tx: Tx,
  rules: Pick<World, 'config' | 'keys'>,
  visitor: Visitor,
  { canonical, atOnce }: { canonical: string; atOnce: boolean },
): Promise<SentCode> {
  const owner = await addressOf(tx, canonical, tx.now)
  const scene = sceneOf(tx, visitor)
  if (atOnce) {
    const letterId = owner
      ? await enqueue(tx, owner, 'recovery-code', scene)
      : await enqueueDecoy(tx, visitor.language, 'recovery-code', scene)
    return { letterId, digits: 6, codeSentAt: tx.now }
  }

  const joined = await joinLetter(tx, rules, { flow: 'recovery', canonical })
  const acquainted = await isAcquainted(tx, rules, { ...visitor, userId: owner?.userId })
  const params = { ...scene, long: true } as const
  const atOnceTo = owner && acquainted ? owner : undefined
  const joinedTo = acquainted ? undefined : owner

  // Two letters are written in any case, so that the time does not show for whom one of them is real.
  if (joinedTo) await enqueueJoined(tx, joined, joinedTo, 'recovery-code', params)
  else await enqueueJoinedDecoy(tx, joined, visitor.language, 'recovery-code', params)
  const letterId = atOnceTo
    ? await enqueue(tx, atOnceTo, 'recovery-code', params)
    : await enqueueDecoy(tx, visitor.language, 'recovery-code', params)
  return atOnceTo ? { ...joinedCode(joined), letterId, codeSentAt: tx.now } : joinedCode(joined)
}
