import * as emails from '#db/emails.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { openCeremony, sealCeremony, spend } from '#server/ceremonies.ts'
import { requireConfirmation } from '#server/guards.ts'
import { readAddress } from '#server/addresses/address.ts'
import { AppError } from '#server/errors.ts'
import { countTry, ipGroup } from '#server/limits.ts'
import { mayLeaveAtOnce } from '#server/mail/codes/budget.ts'
import { isRightCode } from '#server/mail/codes/judge.ts'
import { sendCode, type ShownCode, shownCode } from '#server/mail/codes/send.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { inSession } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

/** How many addresses one account may have. */
export const MOST_EMAILS = 10

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

  const { leavesAt, ...sent } = await inSession(world, actor, async (tx) => {
    const own = await emails.list(tx, actor.userId)
    if (own.some((email) => email.canonical === canonical))
      throw new AppError('email_taken', { reason: 'addressYours' })
    if (own.length >= MOST_EMAILS)
      throw new AppError('forbidden', { reason: 'addressesFull', numbers: { most: MOST_EMAILS } })
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
 * Adds the address whose mailbox the code proves. It can recover the account once it has settled, after ten
 * days. Sends a letter to every address. Refuses a wrong code and
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

  await inSession(world, actor, async (tx) => {
    await spend(tx, ceremony)
    const before = await emails.list(tx, actor.userId)
    if (before.length >= MOST_EMAILS)
      throw new AppError('forbidden', { reason: 'addressesFull', numbers: { most: MOST_EMAILS } })
    const added = await emails.insert(tx, {
      userId: actor.userId,
      address: ceremony.email,
      canonical,
      isPrimary: false,
    })
    if (!added) throw new AppError('email_taken')

    await record(tx, actor, 'email_added', { address: ceremony.email })
    const params = { ...sceneOf(tx, actor), address: ceremony.email }
    await notify(tx, actor.userId, 'email-added', params)
  })
}
