import * as backupCodes from '#db/backup-codes.ts'
import type { Tx } from '#db/engine/database.ts'
import * as emails from '#db/emails.ts'
import * as guesses from '#db/guesses.ts'
import * as passkeys from '#db/passkeys.ts'
import * as recoveries from '#db/recoveries.ts'
import * as sessions from '#db/sessions.ts'
import * as users from '#db/users.ts'
import type { Visitor } from '#server/actor.ts'
import { suspendRolesOf } from '#server/recoveries/suspend-roles.ts'
import { record } from '#server/audit/record.ts'
import { drawBackupCodes } from '#server/backup-codes/make.ts'
import { type Ceremony, openCeremony, sealCeremony, spend } from '#server/ceremonies.ts'
import { mailboxProof } from '#server/custody/email-age.ts'
import { KEPT_FOR, retireEveryWayIn } from '#server/custody/retire.ts'
import { AppError } from '#server/errors.ts'
import { countTry, ipGroup } from '#server/limits.ts'
import { enqueue, notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { passkeyNames } from '#server/passkeys/accepted.ts'
import { passkeyName } from '#server/passkeys/name.ts'
import {
  creationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
} from '#server/passkeys/webauthn.ts'
import { judgeRegistration } from '#server/passkeys/judge-registration.ts'
import { requireLivePass } from '#server/recoveries/pass.ts'
import { stateOf } from '#server/recoveries/state.ts'
import { newSessionSecret } from '#server/sessions/token.ts'
import { type SignInAnswer, startSession } from '#server/sessions/start-session.ts'
import { inAccount } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

/**
 * Returns the ceremony and the options for creating the new passkey. Refuses with `recovery_not_ready` before the wait
 * is over, and with `ceremony_over` if the code of the pass was sent before that.
 */
export async function beginNewPasskey(
  world: World,
  visitor: Visitor,
  { ceremony: sealed }: { ceremony: string },
): Promise<{ ceremony: string; options: PublicKeyCredentialCreationOptionsJSON }> {
  const pass = openCeremony(world, visitor, 'recovery', sealed)
  const { user, email } = await world.db.read(async (reader) => {
    await requireReady(reader, pass, world.now())
    const [user, email] = await Promise.all([users.find(reader, pass.userId), emails.findPrimary(reader, pass.userId)])
    return { user, email }
  })
  if (!user || !email) throw new AppError('ceremony_over')

  const challenge = world.random(32).toString('base64url')
  const owner = { handle: user.handle, ...passkeyNames(user.name, email.address) }
  const { userId, codeSentAt } = pass
  return {
    ceremony: sealCeremony(world, visitor, 'recovery-passkey', { userId, email: pass.email, codeSentAt, challenge }),
    options: await creationOptions(world.config, { owner, challenge, existing: [] }),
  }
}

export type RecoveryAnswer = SignInAnswer & { backupCodes: string[] }

/**
 * Completes a recovery in one transaction: stores the new passkey, retires every other way in, ends all sessions, opens
 * a new session and replaces the backup codes. What had settled takes itself back for seven days. The recoveries of
 * other addresses end, but for that of the main one. Refuses with `recovery_not_ready`, `ceremony_over`,
 * `passkey_refused` or `passkey_taken`.
 */
export async function finishRecovery(
  world: World,
  visitor: Visitor,
  { ceremony: sealed, credential, name }: { ceremony: string; credential: RegistrationResponseJSON; name?: string },
): Promise<RecoveryAnswer> {
  await countTry(world, { 'sign-in': ipGroup(visitor.ip) })
  const ceremony = openCeremony(world, visitor, 'recovery-passkey', sealed)
  const { userId } = ceremony
  await world.db.read((reader) => requireReady(reader, ceremony, world.now()))
  const registered = await judgeRegistration(world, ceremony, credential)
  const { written, hashed } = drawBackupCodes(world, userId)
  const secret = newSessionSecret(world)

  return inAccount(world, userId, async (tx) => {
    await spend(tx, ceremony)
    await requireReady(tx, ceremony, tx.now)
    await sessions.removeAll(tx, userId)
    await retireEveryWayIn(tx, userId)
    await guesses.resetAll(tx, userId)
    await backupCodes.replaceAll(tx, userId, hashed)
    const named = passkeyName(name, visitor, registered)
    const passkey = await passkeys.insert(tx, { ...registered, userId, name: named })
    if (!passkey) throw new AppError('passkey_taken')
    const completed = await recoveries.complete(tx, { userId, canonical: ceremony.email, passkeyId: passkey.id })
    if (!completed) throw new AppError('recovery_not_ready')
    const witness = { ...visitor, userId }
    await endOtherRecoveries(tx, witness, ceremony.email)

    await record(tx, witness, 'recovery_completed', { passkey: passkey.name })
    const until = tx.now + KEPT_FOR
    await notify(tx, userId, 'recovery-completed', { ...sceneOf(tx, visitor), until })
    await removeYoungEmails(tx, witness, ceremony.email)
    await suspendRolesOf(tx, witness)
    const lifetime = world.config.session.max
    const answer = await startSession(tx, world, visitor, {
      userId,
      way: 'recovery',
      passkeyId: passkey.id,
      with: { passkey: passkey.name },
      lifetime,
      secret,
    })
    return { ...answer, backupCodes: written }
  })
}

/** The main address beats the others: only its recovery goes on. */
async function endOtherRecoveries(tx: Tx, witness: Visitor & { userId: string }, canonical: string): Promise<void> {
  const { userId } = witness
  const main = (await emails.list(tx, userId)).find(({ isPrimary }) => isPrimary === 1)
  const ended = await recoveries.cancelAll(tx, userId, [canonical, main?.canonical ?? canonical])
  if (ended > 0) await record(tx, witness, 'recovery_cancelled')
}

/**
 * Removes the addresses that have not settled, so that nobody who added one stays. The main one stays, because a settled
 * way in chose it.
 */
async function removeYoungEmails(tx: Tx, witness: Visitor & { userId: string }, canonical: string): Promise<void> {
  const { userId } = witness
  for (const email of await emails.list(tx, userId)) {
    const { settled, main } = mailboxProof(email, tx.now)
    if (settled || main || email.canonical === canonical) continue
    await emails.remove(tx, { userId, canonical: email.canonical })
    await record(tx, witness, 'email_removed', { address: email.address })
    await enqueue(tx, email, 'email-removed', { ...sceneOf(tx, witness), address: email.address })
  }
}

/**
 * Refuses with `recovery_not_ready` until the wait is over. After that it refuses a pass whose code was sent before the
 * wait was over with `ceremony_over`, so the first code never completes a recovery.
 */
async function requireReady(
  reader: Parameters<typeof recoveries.findLive>[0],
  pass: Ceremony<'recovery' | 'recovery-passkey'>,
  now: number,
): Promise<void> {
  await requireLivePass(reader, pass, now)
  const { state, readyAt = Number.POSITIVE_INFINITY } = stateOf(
    await recoveries.findLive(reader, { userId: pass.userId, canonical: pass.email, now }),
    now,
  )
  if (state !== 'ready') throw new AppError('recovery_not_ready')
  if (pass.codeSentAt < readyAt) throw new AppError('ceremony_over', { reason: 'codeTooEarly' })
}
