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

/** How long a change of addresses can be undone, in milliseconds. */
export const UNDO_DAYS_MS = 7 * 86_400_000

/** Stores how to undo a change, and returns the parameters that its letter needs for the link. */
export async function undoParams(
  tx: Tx,
  change: Omit<emailUndos.EmailUndo, 'id'>,
  lasts: number,
): Promise<{ undoId: string; undoUntil: number }> {
  const undoUntil = tx.now + lasts
  return { undoId: await emailUndos.insert(tx, { ...change, expiresAt: undoUntil }), undoUntil }
}

/**
 * Undoes a change of addresses with the link from the letter to an older address, and ends every session. Removing an
 * added address also cancels a recovery that is under way. The route needs a typed word, which mail scanners do not
 * send. Refuses expired, used and foreign tokens with `ceremony_over`.
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
    // That mailbox may have a letter with a link that would restore the address.
    await emailUndos.removeAbout(tx, { userId, canonical })
    return keepAPrimary(tx, userId)
  }
  if (change === 'removed') {
    // If another person has proven this mailbox since, the address is theirs.
    const restored = await emails.insert(tx, { userId, address, canonical, isPrimary: false, recoversAt })
    if (!restored) throw new AppError('email_taken')
    return
  }
  await emails.promote(tx, { userId, canonical })
  await keepAPrimary(tx, userId)
}

/**
 * Makes the oldest address the primary one if the account has no primary address. Refuses with `last_way_in` if it has
 * no address.
 */
async function keepAPrimary(tx: Tx, userId: string): Promise<void> {
  const left = await emails.list(tx, userId)
  const [oldest] = left
  if (!oldest) throw new AppError('last_way_in')
  if (!left.some(({ isPrimary }) => isPrimary === 1)) await emails.promote(tx, { userId, canonical: oldest.canonical })
}
