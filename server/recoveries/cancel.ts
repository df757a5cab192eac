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
 * Cancels a recovery: by the person who asked for it, or with the link from a letter, whose token can do nothing else and needs
 * the word typed, which no scanner does. A token of a cycle that is over is `ceremony_over`.
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

/** Cancels the recovery of the actor's own account, from any session, with one click: no confirmation is asked for. */
export async function cancelOwnRecovery(world: World, actor: Actor): Promise<void> {
  const cancelled = await world.db.transaction((tx) => cancelLive(tx, actor))
  if (!cancelled) throw new AppError('not_found')
}
