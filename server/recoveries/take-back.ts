import * as backupCodes from '#db/backup-codes.ts'
import type { Tx } from '#db/engine/database.ts'
import * as emails from '#db/emails.ts'
import * as guesses from '#db/guesses.ts'
import * as passkeys from '#db/passkeys.ts'
import * as passwords from '#db/passwords.ts'
import * as recoveries from '#db/recoveries.ts'
import * as retired from '#db/retired.ts'
import * as sessions from '#db/sessions.ts'
import type { Way } from '#db/sessions.ts'
import * as totp from '#db/totp.ts'
import type { Visitor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { openCeremony, spend, type TakeBackProof } from '#server/ceremonies.ts'
import { addedSince, listKept, takesItselfBack } from '#server/custody/retire.ts'
import { AppError } from '#server/errors.ts'
import { countTry, ipGroup } from '#server/limits.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { recordPasskeyUse } from '#server/passkeys/record-use.ts'
import { reviveApp } from '#server/second-factor/suspend.ts'
import { spendFactor } from '#server/second-factor/spend.ts'
import { BORROWED_FOR, type SignInAnswer, startSession } from '#server/sessions/start-session.ts'
import { newSessionSecret } from '#server/sessions/token.ts'
import { inAccount } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

/**
 * Takes the account back with a settled passkey, or a mailbox and a settled code, that was taken away in the last seven
 * days. Everything that was added since goes, and what was taken away since is back; half a day before counts too. Every session and every
 * recovery ends, and a new session is opened. Tells every address, those that go included. Refuses with `ceremony_over`
 * if the seven days are over or the account was taken back already.
 */
export async function takeBack(
  world: World,
  visitor: Visitor,
  { ceremony: sealed }: { ceremony: string },
): Promise<SignInAnswer> {
  await countTry(world, { 'sign-in': ipGroup(visitor.ip) })
  const ceremony = openCeremony(world, visitor, 'take-back', sealed)
  const { userId, retiredId, by } = ceremony
  const secret = newSessionSecret(world)

  return inAccount(world, userId, async (tx) => {
    await spend(tx, ceremony)
    const kept = (await listKept(tx, userId, tx.now)).filter(takesItselfBack)
    const own = kept.find(({ id }) => id === retiredId)
    if (!own) throw new AppError('ceremony_over')

    await notify(tx, userId, 'account-taken-back', sceneOf(tx, visitor))
    const witness = { ...visitor, userId }
    if ((await recoveries.cancelAll(tx, userId)) > 0) await record(tx, witness, 'recovery_cancelled')
    const since = await addedSince(tx, own)
    await removeEverythingSince(tx, { userId, since })
    for (const { id, retiredAt } of kept) if (retiredAt >= since) await retired.bringBack(tx, { id, userId })
    await removeEmailsSince(tx, witness, since)
    const used = await useAgain(tx, visitor, own, by)
    if (used.way === 'passkey') await reviveApp(tx, witness)
    await record(tx, witness, 'account_taken_back', used.with)
    const longest = world.config.session.max
    const lifetime = used.way === 'passkey' ? longest : Math.min(BORROWED_FOR, longest)
    return startSession(tx, world, visitor, { userId, ...used, lifetime, secret })
  })
}

/** Stores the use of the passkey that is back, or spends the code of what is back. */
async function useAgain(
  tx: Tx,
  visitor: Visitor,
  { userId, name }: retired.Retired,
  by: TakeBackProof,
): Promise<{ way: Way; passkeyId?: string; with: Record<string, string> }> {
  if (by.kind !== 'passkey') {
    await spendFactor(tx, visitor, userId, by)
    return { way: 'mailbox_code', with: { code: by.kind } }
  }
  const passkey = await passkeys.findByCredentialId(tx, name)
  const assertion = { verified: true, signCount: by.signCount, backupState: by.backupState } as const
  if (passkey?.userId !== userId || !(await recordPasskeyUse(tx, visitor, { passkey, assertion })))
    throw new AppError('ceremony_over')
  return { way: 'passkey', passkeyId: passkey.id, with: { passkey: passkey.name } }
}

async function removeEverythingSince(tx: Tx, since: { userId: string; since: number }): Promise<void> {
  const { userId } = since
  await sessions.removeAll(tx, userId)
  await passkeys.removeSince(tx, since)
  await totp.removeSince(tx, since)
  await backupCodes.removeSince(tx, since)
  await passwords.removeSince(tx, since)
  await guesses.resetAll(tx, userId)
}

/** Removes the addresses that were added. If the main one is among them, the oldest that stays takes its place. */
async function removeEmailsSince(tx: Tx, witness: Visitor & { userId: string }, since: number): Promise<void> {
  const { userId } = witness
  const all = await emails.list(tx, userId)
  const [oldest] = all.toSorted((a, b) => a.createdAt - b.createdAt)
  const isMainAdded = all.some(({ isPrimary, createdAt }) => isPrimary === 1 && createdAt >= since)
  if (isMainAdded && oldest) {
    await emails.promote(tx, { userId, canonical: oldest.canonical })
    await record(tx, witness, 'email_promoted', { address: oldest.address })
  }
  await emails.removeSince(tx, { userId, since })
}
