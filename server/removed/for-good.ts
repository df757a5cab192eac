import * as emails from '#db/emails.ts'
import type { Reader } from '#db/engine/database.ts'
import * as retired from '#db/retired.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { openCeremony, sealCeremony, spend } from '#server/ceremonies.ts'
import { emailSettlesAt, mailboxProof } from '#server/custody/email-age.ts'
import { KEPT_FOR } from '#server/custody/retire.ts'
import { mayRemoveForGood } from '#server/custody/rules.ts'
import { daysUntil } from '#server/settled.ts'
import { spendTouch } from '#server/custody/touch.ts'
import { AppError } from '#server/errors.ts'
import { requireConfirmation } from '#server/guards.ts'
import { countTry, ipGroup } from '#server/limits.ts'
import { mayLeaveAtOnce } from '#server/mail/codes/budget.ts'
import { isRightCode } from '#server/mail/codes/judge.ts'
import { sendCode, type ShownCode, shownCode } from '#server/mail/codes/send.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { type KeptWay, keptWays, nameOf } from '#server/removed/list.ts'
import { inSession } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

/**
 * Sends a code to one of the actor's addresses, with which a removed way in can no longer take the account back. Refuses
 * without a fresh confirmation, and with `not_settled` an address that has not settled.
 */
export async function beginRemovingForGood(
  world: World,
  actor: Actor,
  { id, email: emailId }: { id: string; email: string },
): Promise<ShownCode & { ceremony: string }> {
  requireConfirmation(world, actor)
  const { userId } = actor
  const email = await world.db.read(async (reader) => {
    await requireWay(reader, userId, id, world.now())
    return emails.find(reader, { id: emailId, userId })
  })
  if (!email) throw new AppError('not_found')
  requireSettled(email, world.now())
  const { canonical } = email
  const atOnce = await mayLeaveAtOnce(world, 'removal', { canonical, ip: actor.ip })

  const { leavesAt, ...sent } = await inSession(world, actor, async (tx) => {
    const scene = sceneOf(tx, actor)
    return sendCode(tx, world, { flow: 'removal', canonical, to: email, letter: 'removal-code', scene, atOnce })
  })
  const state = { retiredId: id, email: canonical, sessionId: actor.sessionId, ...sent }
  const ceremony = sealCeremony(world, actor, 'remove-for-good', state, leavesAt)
  return { ceremony, ...shownCode({ ...sent, leavesAt }) }
}

/**
 * Removes a way in for good, with two proofs: a touch for it and the code from a settled address. It can no longer take
 * the account back; a touch still brings it back until its seven days are over. Sends a letter to every address.
 */
export async function finishRemovingForGood(
  world: World,
  actor: Actor,
  { id, ceremony: sealed, code }: { id: string; ceremony: string; code: string },
): Promise<void> {
  await countTry(world, { codes: ipGroup(actor.ip) })
  const ceremony = openCeremony(world, actor, 'remove-for-good', sealed)
  if (ceremony.sessionId !== actor.sessionId || ceremony.retiredId !== id) throw new AppError('ceremony_over')
  if (!(await isRightCode(world, ceremony, code))) throw new AppError('code_wrong')

  await inSession(world, actor, async (tx) => {
    const { userId } = actor
    const way = await requireWay(tx, userId, id, tx.now)
    const email = await emails.findByCanonical(tx, ceremony.email)
    if (email?.userId !== userId) throw new AppError('ceremony_over')
    requireSettled(email, tx.now)
    await spendTouch(tx, actor, { act: 'remove_for_good', target: id })
    await spend(tx, ceremony)
    if (!(await retired.removeForGood(tx, { id, userId, after: tx.now - KEPT_FOR }))) throw new AppError('not_found')

    const name = nameOf(way)
    await record(tx, actor, 'way_in_removed_for_good', { way: way.kind, ...(name !== undefined && { passkey: name }) })
    const until = way.retiredAt + KEPT_FOR
    await notify(tx, userId, 'way-in-removed-for-good', { ...sceneOf(tx, actor), wayIn: way.kind, name, until })
  })
}

/** Refuses a way in that is not kept, or that was removed for good already, with `not_found`. */
async function requireWay(reader: Reader, userId: string, id: string, now: number): Promise<KeptWay> {
  const way = (await keptWays(reader, userId, now)).find((kept) => kept.id === id && kept.final === 0)
  if (!way) throw new AppError('not_found')
  return way
}

/** Refuses with `not_settled` an address that cannot be the second proof yet. */
function requireSettled(email: emails.Email, now: number): void {
  if (mayRemoveForGood({ touch: { settled: true }, mailbox: mailboxProof(email, now) })) return
  const from = emailSettlesAt(email)
  const numbers = { days: daysUntil(from, now) }
  throw new AppError('not_settled', { reason: 'addressNotSettled', numbers, settlesAt: from })
}
