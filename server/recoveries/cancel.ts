import * as recoveries from '#db/recoveries.ts'
import type { Actor, Visitor } from '#server/actor.ts'
import { openCeremony, requireUnexpired } from '#server/ceremonies.ts'
import { AppError } from '#server/errors.ts'
import { openLinkToken } from '#server/mail/link-token.ts'
import { requireLivePass } from '#server/recoveries/pass.ts'
import { cancelLive } from '#server/recoveries/cancel-live.ts'
import type { RecoveryState } from '#server/recoveries/state.ts'
import type { World } from '#server/world.ts'

type Proof = { ceremony: string } | { token: string }

/**
 * Cancels a recovery, with the pass of the person who requested it or with the link from a letter. The token of the
 * link can do nothing else, and the route also needs a typed word, which mail scanners do not send. Refuses a token of
 * a recovery that has ended with `ceremony_over`.
 */
export async function cancelRecovery(world: World, visitor: Visitor, proof: Proof): Promise<RecoveryState> {
  const pass = 'ceremony' in proof ? openCeremony(world, visitor, 'recovery', proof.ceremony) : undefined
  const id = 'token' in proof ? openLinkToken(world.keys, 'cancel', proof.token) : undefined

  return world.db.transaction(async (tx) => {
    if (pass) {
      requireUnexpired(tx, pass)
      await requireLivePass(tx, pass, tx.now)
    }
    const recovery = id === undefined ? undefined : await recoveries.find(tx, id)
    const userId = pass?.userId ?? (recovery?.state === 'waiting' ? recovery.userId : undefined)
    if (userId === undefined || !(await cancelLive(tx, { ...visitor, userId }))) throw new AppError('ceremony_over')
    return { state: 'none' }
  })
}

/**
 * Cancels the recovery of the actor's own account, from any session and without a confirmation. Refuses with
 * `not_found` if there is none.
 */
export async function cancelOwnRecovery(world: World, actor: Actor): Promise<void> {
  const cancelled = await world.db.transaction((tx) => cancelLive(tx, actor))
  if (!cancelled) throw new AppError('not_found')
}
