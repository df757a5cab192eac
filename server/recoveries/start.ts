import type { Tx } from '#db/engine/database.ts'
import * as recoveries from '#db/recoveries.ts'
import type { Visitor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { openCeremony, requireUnexpired } from '#server/ceremonies.ts'
import type { Config } from '#server/config/config.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import type { Letter } from '#server/mail/letter-types.ts'
import { requireLivePass } from '#server/recoveries/pass.ts'
import { READY_FOR, type RecoveryState, stateOf } from '#server/recoveries/state.ts'
import type { World } from '#server/world.ts'

/**
 * Requests a recovery, unless the account has a live one, and returns its state. A second request changes nothing. The
 * wait starts when the mail provider has accepted the first letter to the owner, so no recovery goes unnoticed while
 * mail does not work.
 */
export async function startRecovery(
  world: World,
  visitor: Visitor,
  { ceremony: sealed }: { ceremony: string },
): Promise<RecoveryState> {
  const pass = openCeremony(world, visitor, 'recovery', sealed)

  return world.db.transaction(async (tx) => {
    requireUnexpired(tx, pass)
    await requireLivePass(tx, pass, tx.now)
    const recoveryId = await recoveries.insert(tx, { ...visitor, userId: pass.userId })
    if (recoveryId !== undefined) {
      await record(tx, { ...visitor, userId: pass.userId }, 'recovery_requested')
      await notify(tx, pass.userId, 'recovery-started', {
        ...sceneOf(tx, visitor),
        recoveryId,
        readyAt: tx.now + world.config.recoveryDelay,
      })
    }
    return stateOf(await recoveries.findLive(tx, pass.userId, tx.now), tx.now)
  })
}

/** Starts the wait of a recovery when its first letter is accepted, in the transaction that stores the acceptance. */
export async function startClockWith(tx: Tx, config: Config, { letter, params }: Letter): Promise<void> {
  if (letter !== 'recovery-started') return
  const started = await recoveries.startClock(tx, {
    id: params.recoveryId,
    delay: config.recoveryDelay,
    open: READY_FOR,
  })
  const recovery = await recoveries.find(tx, params.recoveryId)
  if (started === 1 && recovery) {
    await record(
      tx,
      { ip: params.ip, userAgent: params.userAgent, browser: '', userId: recovery.userId },
      'recovery_started',
      { readyAt: recovery.readyAt },
    )
  }
}
