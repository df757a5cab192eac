import type { Reader } from '#db/engine/database.ts'
import * as emails from '#db/emails.ts'
import * as recoveries from '#db/recoveries.ts'
import type { Actor, Visitor } from '#server/actor.ts'
import { openCeremony, requireUnexpired } from '#server/ceremonies.ts'
import { mailboxProof } from '#server/custody/email-age.ts'
import { may } from '#server/custody/rules.ts'
import { spendTouch } from '#server/custody/touch.ts'
import { AppError } from '#server/errors.ts'
import { type CancelLink, openCancelToken } from '#server/mail/cancel-token.ts'
import { requireLivePass } from '#server/recoveries/pass.ts'
import { cancelLive } from '#server/recoveries/cancel-live.ts'
import type { RecoveryState } from '#server/recoveries/state.ts'
import { inAccount } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

type Proof = { ceremony: string } | { token: string }

/**
 * Cancels a recovery: with the pass of the address that asked for it, or with the link in a letter to that address or to
 * the main one. The token of the link can do nothing else, and the route also needs a typed word, which mail scanners do
 * not send. Refuses a token of a recovery that has ended, and of an address that may not cancel it any more, with
 * `ceremony_over`.
 */
export async function cancelRecovery(world: World, visitor: Visitor, proof: Proof): Promise<RecoveryState> {
  const pass = 'ceremony' in proof ? openCeremony(world, visitor, 'recovery', proof.ceremony) : undefined
  const link = 'token' in proof ? openCancelToken(world.keys, proof.token) : undefined

  const asked = link && (await world.db.read((reader) => recoveries.find(reader, link.recoveryId)))
  const userId = pass?.userId ?? asked?.userId
  if (userId === undefined) throw new AppError('ceremony_over')

  return inAccount(world, userId, async (tx) => {
    if (pass) {
      requireUnexpired(tx, pass)
      await requireLivePass(tx, pass, tx.now)
    }
    const recovery = pass ? { userId, canonical: pass.email } : link && (await cancellable(tx, link, tx.now))
    if (!recovery || !(await cancelLive(tx, { ...visitor, userId: recovery.userId }, recovery.canonical)))
      throw new AppError('ceremony_over')
    return { state: 'none' }
  })
}

/** Returns whether the link of a letter can still cancel its recovery. Changes nothing. */
export async function isCancelLinkLive(world: World, token: string): Promise<boolean> {
  const link = openCancelToken(world.keys, token)
  if (!link) return false
  const now = world.now()
  return (await world.db.read((reader) => cancellable(reader, link, now))) !== undefined
}

/** Returns the recovery of a link if it has not ended and the address that got the letter may cancel it now. */
async function cancellable(
  reader: Reader,
  { recoveryId, emailId }: CancelLink,
  now: number,
): Promise<recoveries.Recovery | undefined> {
  const recovery = await recoveries.find(reader, recoveryId)
  const email = recovery && (await emails.find(reader, { id: emailId, userId: recovery.userId }))
  // A later recovery of the same address has links of its own.
  if (recovery?.state !== 'waiting' || !email) return undefined
  const mailbox = { ...mailboxProof(email, now), asked: email.canonical === recovery.canonical }
  return may('cancel_recovery', { mailbox }) ? recovery : undefined
}

/**
 * Cancels every recovery of the actor's own account. A settled way in must touch for it, because a stolen session could
 * otherwise keep the owner out for ever. Refuses with `not_found` if there is none.
 */
export async function cancelOwnRecovery(world: World, actor: Actor): Promise<void> {
  await inAccount(world, actor.userId, async (tx) => {
    if (!(await cancelLive(tx, actor))) throw new AppError('not_found')
    await spendTouch(tx, actor, { act: 'cancel_recovery' })
  })
}
