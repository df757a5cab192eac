import type { Tx } from '#db/engine/database.ts'
import * as emailUndos from '#db/email-undos.ts'
import * as emails from '#db/emails.ts'
import * as sessions from '#db/sessions.ts'
import type { Visitor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { AppError } from '#server/errors.ts'
import { openLinkToken } from '#server/mail/link-token.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { cancelLive } from '#server/recoveries/cancel-live.ts'
import type { World } from '#server/world.ts'

/** For how long a change of addresses can be taken back, in milliseconds. */
export const UNDO_DAYS_MS = 7 * 86_400_000

/** Keeps how a change is taken back, and says what its letter needs for the link. */
export async function undoParams(
  tx: Tx,
  change: Omit<emailUndos.EmailUndo, 'id'>,
  lasts: number,
): Promise<{ undoId: string; undoUntil: number }> {
  const undoUntil = tx.now + lasts
  return { undoId: await emailUndos.insert(tx, { ...change, expiresAt: undoUntil }), undoUntil }
}

/**
 * Takes a change of addresses back, from the link in the letter to an older address, and ends every session. An address that goes
 * takes a recovery under way with it. The word shows that a person is asking, not a mail scanner. Dead, used and foreign tokens are
 * `ceremony_over`.
 */
export async function undoEmailChange(world: World, visitor: Visitor, { token }: { token: string }): Promise<void> {
  const id = openLinkToken(world.keys, 'undo', token)
  if (id === undefined) throw new AppError('ceremony_over')

  await world.db.transaction(async (tx) => {
    const undo = await emailUndos.use(tx, id)
    if (!undo) throw new AppError('ceremony_over')
    if (undo.change === 'added') await cancelLive(tx, { ...visitor, userId: undo.userId })
    await takeBack(tx, undo)
    await sessions.removeAll(tx, undo.userId)
    await record(tx, { ...visitor, userId: undo.userId }, 'email_change_undone', {
      change: undo.change,
      address: undo.address,
    })
    await notify(tx, undo.userId, 'email-restored', { ...sceneOf(tx, visitor), address: undo.address })
  })
}

async function takeBack(
  tx: Tx,
  { userId, change, address, canonical, recoversAt }: emailUndos.EmailUndo,
): Promise<void> {
  if (change === 'added') {
    await emails.remove(tx, { userId, canonical })
    // Whoever reads that mailbox may hold a link that brings it back.
    await emailUndos.removeAbout(tx, { userId, canonical })
    return keepAPrimary(tx, userId)
  }
  if (change === 'removed') {
    // Somebody else may have proven this mailbox meanwhile: then it is theirs.
    const restored = await emails.insert(tx, { userId, address, canonical, isPrimary: false, recoversAt })
    if (!restored) throw new AppError('email_taken')
    return
  }
  await emails.promote(tx, { userId, canonical })
  await keepAPrimary(tx, userId)
}

/** The oldest address becomes the primary one where there is none left. */
async function keepAPrimary(tx: Tx, userId: string): Promise<void> {
  const left = await emails.list(tx, userId)
  const [oldest] = left
  if (!oldest) throw new AppError('last_way_in')
  if (!left.some(({ isPrimary }) => isPrimary === 1)) await emails.promote(tx, { userId, canonical: oldest.canonical })
}
