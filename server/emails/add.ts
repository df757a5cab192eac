import * as emails from '#db/emails.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { openCeremony, sealCeremony, spend } from '#server/ceremonies.ts'
import { requireConfirmation, requireNoHold, requireSession } from '#server/guards.ts'
import { readAddress } from '#server/addresses/address.ts'
import { UNDO_DAYS_MS, undoParams } from '#server/emails/undo.ts'
import { AppError } from '#server/errors.ts'
import { countTry, ipGroup } from '#server/limits.ts'
import { mayLeaveAtOnce } from '#server/mail/codes/budget.ts'
import { isRightCode } from '#server/mail/codes/judge.ts'
import { sendCode, type ShownCode, shownCode } from '#server/mail/codes/send.ts'
import { enqueue, sceneOf } from '#server/mail/outbox/enqueue.ts'
import type { World } from '#server/world.ts'

/** How many addresses one account may have. */
const MOST = 10

/**
 * Sends a code to a further address. The answer does not reveal whether another account has the address. Refuses
 * without a fresh confirmation, and refuses the actor's own address with `email_taken`.
 */
export async function beginEmail(
  world: World,
  actor: Actor,
  { email }: { email: string },
): Promise<ShownCode & { ceremony: string }> {
  requireConfirmation(world, actor)
  const address = readAddress(email)
  if (!address) throw new AppError('invalid_input', { reason: 'addressMalformed' })
  const { canonical } = address
  const atOnce = await mayLeaveAtOnce(world, 'address', { canonical, ip: actor.ip })

  const { leavesAt, ...sent } = await world.db.transaction(async (tx) => {
    await requireSession(tx, actor)
    await requireNoHold(tx, actor.userId)
    const own = await emails.list(tx, actor.userId)
    if (own.some((email) => email.canonical === canonical))
      throw new AppError('email_taken', { reason: 'addressYours' })
    if (own.length >= MOST) throw new AppError('forbidden', { reason: 'addressesFull', numbers: { most: MOST } })
    const taken = await emails.findByCanonical(tx, canonical)
    return sendCode(tx, world, {
      flow: 'address',
      canonical,
      to: taken ?? { address: address.address, language: actor.language },
      letter: taken ? 'already-have-account' : 'email-code',
      scene: sceneOf(tx, actor),
      atOnce,
    })
  })
  const state = { email: address.address, sessionId: actor.sessionId, ...sent }
  return { ceremony: sealCeremony(world, actor, 'add-email', state, leavesAt), ...shownCode({ ...sent, leavesAt }) }
}

/**
 * Adds the address whose mailbox the code proves. It can recover the account only after the recovery delay (a day or
 * more). Sends a letter to every older address, with a link that undoes the change for a week. Refuses a wrong code and
 * a taken address alike with `code_wrong`.
 */
export async function finishEmail(
  world: World,
  actor: Actor,
  { ceremony: sealed, code }: { ceremony: string; code: string },
): Promise<void> {
  requireConfirmation(world, actor)
  await countTry(world, { codes: ipGroup(actor.ip) })
  const ceremony = openCeremony(world, actor, 'add-email', sealed)
  if (ceremony.sessionId !== actor.sessionId) throw new AppError('ceremony_over')
  const right = await isRightCode(world, ceremony, code)
  const canonical = ceremony.email.toLowerCase()
  const taken = await world.db.read((reader) => emails.findByCanonical(reader, canonical))
  if (!right || taken) throw new AppError('code_wrong')

  await world.db.transaction(async (tx) => {
    await requireSession(tx, actor)
    await spend(tx, ceremony)
    await requireNoHold(tx, actor.userId)
    const before = await emails.list(tx, actor.userId)
    if (before.length >= MOST) throw new AppError('forbidden', { reason: 'addressesFull', numbers: { most: MOST } })
    const recoversAt = tx.now + world.config.recoveryDelay
    const added = await emails.insert(tx, {
      userId: actor.userId,
      address: ceremony.email,
      canonical,
      isPrimary: false,
      recoversAt,
    })
    if (!added) throw new AppError('email_taken')

    await record(tx, actor, 'email_added', { address: ceremony.email })
    const undo = await undoParams(
      tx,
      { userId: actor.userId, change: 'added', address: ceremony.email, canonical, recoversAt },
      UNDO_DAYS_MS,
    )
    const params = { ...sceneOf(tx, actor), address: ceremony.email }
    for (const email of before) await enqueue(tx, email, 'email-added', { ...params, ...undo })
    await enqueue(tx, { address: ceremony.email, language: actor.language }, 'email-added', params)
  })
}
