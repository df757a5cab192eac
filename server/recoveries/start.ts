import type { Tx } from '#db/engine/database.ts'
import * as emails from '#db/emails.ts'
import * as outbox from '#db/outbox.ts'
import * as passkeys from '#db/passkeys.ts'
import * as recoveries from '#db/recoveries.ts'
import type { Recovery } from '#db/recoveries.ts'
import * as users from '#db/users.ts'
import type { Visitor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { openCeremony, requireUnexpired } from '#server/ceremonies.ts'
import type { Config } from '#server/config/config.ts'
import { emailSettlesAt, mailboxProof } from '#server/custody/email-age.ts'
import { may } from '#server/custody/rules.ts'
import { daysUntil, isSettled, settlesAt } from '#server/settled.ts'
import { AppError } from '#server/errors.ts'
import { sceneOf } from '#server/mail/outbox/enqueue.ts'
import type { Letter } from '#server/mail/letter-types.ts'
import { requirePass } from '#server/recoveries/pass.ts'
import { READY_FOR, type RecoveryState, stateOf } from '#server/recoveries/state.ts'
import { isAwaited, tellOfRecovery } from '#server/recoveries/tell.ts'
import { requireMayEnter } from '#server/guards.ts'
import { inAccount } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

/**
 * Requests a recovery for the address of the pass, unless it has a live one, and returns its state. A second request
 * changes nothing. The wait starts when every other address was told, so no recovery goes unnoticed while mail does not
 * work. Refuses with `not_settled` an address that may not start one yet.
 */
export async function startRecovery(
  world: World,
  visitor: Visitor,
  { ceremony: sealed }: { ceremony: string },
): Promise<RecoveryState> {
  const pass = openCeremony(world, visitor, 'recovery', sealed)

  return inAccount(world, pass.userId, async (tx) => {
    requireUnexpired(tx, pass)
    const { removed } = await requirePass(tx, pass, tx.now)
    if (removed) throw new AppError('not_settled', { reason: 'addressRemoved' })
    const recovery = { userId: pass.userId, canonical: pass.email }
    const live = await recoveries.findLive(tx, { ...recovery, now: tx.now })
    if (!live) await request(tx, world, visitor, recovery)
    return stateOf(await recoveries.findLive(tx, { ...recovery, now: tx.now }), tx.now)
  })
}

async function request(
  tx: Tx,
  { config }: Pick<World, 'config'>,
  visitor: Visitor,
  recovery: { userId: string; canonical: string },
): Promise<void> {
  const { userId } = recovery
  await requireMayStart(tx, recovery)
  const untold = (await emails.list(tx, userId)).filter((email) => isAwaited(email, recovery.canonical, tx.now)).length
  const recoveryId = await recoveries.insert(tx, { ...visitor, ...recovery, untold })
  if (recoveryId === undefined) return
  await record(tx, { ...visitor, userId }, 'recovery_requested')
  const params = { ...sceneOf(tx, visitor), recoveryId, readyAt: tx.now + config.recoveryDelay }
  await tellOfRecovery(tx, recovery, 'recovery-started', params)
}

/** Refuses with `not_settled` until the address has settled, and while the passkey of another address's recovery has not. */
async function requireMayStart(tx: Tx, { userId, canonical }: { userId: string; canonical: string }): Promise<void> {
  const [email, user, last] = await Promise.all([
    emails.findByCanonical(tx, canonical),
    users.find(tx, userId),
    recoveries.findLastCompleted(tx, userId),
  ])
  if (!email || !user) throw new AppError('ceremony_over')
  requireMayEnter(user, tx.now)
  const passkey = (await passkeys.list(tx, userId)).find(({ id }) => id === last?.passkeyId)
  const isYoung = passkey !== undefined && !isSettled(passkey.createdAt, user, tx.now)
  const recoveredByAnother = isYoung && last?.canonical !== canonical
  const mailbox = { ...mailboxProof(email, tx.now), asked: true }
  if (may('start_recovery', { mailbox }, { recoveredByAnother })) return

  const from = mailbox.settled && passkey ? settlesAt(passkey.createdAt, user) : emailSettlesAt(email)
  const reason = mailbox.settled ? 'recoveredByAnother' : 'addressNotSettled'
  throw new AppError('not_settled', { reason, numbers: { days: daysUntil(from, tx.now) }, settlesAt: from })
}

/**
 * Notes that the mail provider has accepted a letter, or refused it for good. The wait of a recovery starts when all
 * letters to the other settled addresses were and one was accepted, in the transaction that stores the last of them. A
 * recovery whose letters were all refused is closed, so that asking again writes them again.
 */
export async function startClockWith(
  tx: Tx,
  config: Config,
  { letter, params, to }: Letter,
  accepted: boolean,
): Promise<void> {
  if (letter !== 'recovery-started') return
  const id = params.recoveryId
  const asked = await recoveries.find(tx, id)
  if (!asked) return
  const { awaited = false } = params
  const isOwn = to.toLowerCase() === asked.canonical
  await recoveries.noteTold(tx, { id, accepted: accepted && (awaited || isOwn), awaited })
  const started = await recoveries.startClock(tx, { id, delay: config.recoveryDelay, open: READY_FOR })
  const recovery = await recoveries.find(tx, id)
  if (started === 1 && recovery) {
    await record(
      tx,
      { ip: params.ip, userAgent: params.userAgent, browser: '', userId: recovery.userId },
      'recovery_started',
      { readyAt: recovery.readyAt },
    )
  }
  if (!accepted) await closeIfNobodyHears(tx, asked)
}

/** Returns the account whose recovery waits for a letter, if one does. */
export async function personOfClock(
  { db }: Pick<World, 'db'>,
  { letter, params }: Letter,
): Promise<string | undefined> {
  if (letter !== 'recovery-started') return undefined
  return (await db.read((reader) => recoveries.find(reader, params.recoveryId)))?.userId
}

async function closeIfNobodyHears(tx: Tx, { id, userId, canonical, requestedAt, ip, userAgent }: Recovery) {
  const own = { recipient: canonical, letter: 'recovery-started', since: requestedAt }
  if (await outbox.isUnderWay(tx, own)) return
  const closed = await recoveries.closeUntold(tx, id)
  if (closed === 1) await record(tx, { ip, userAgent, browser: '', userId }, 'recovery_closed')
}
