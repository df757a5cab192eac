import type { Tx } from '#db/engine/database.ts'
import * as recoveries from '#db/recoveries.ts'
import { record } from '#server/audit/record.ts'
import { tellOfRecovery } from '#server/recoveries/tell.ts'
import type { World } from '#server/world.ts'

const BATCH = 100

/**
 * Advances recoveries with time: sends a reminder after half of the wait, sends a letter when the wait is over, and
 * closes recoveries that were not completed in time.
 */
export async function advanceRecoveries(world: World): Promise<void> {
  for (const advance of [remind, tellReady, close]) {
    while ((await world.db.transaction(advance, { background: true })) === BATCH);
  }
}

async function remind(tx: Tx): Promise<number> {
  const due = await recoveries.claimReminders(tx, BATCH)
  for (const { id: recoveryId, userId, canonical, readyAt, ...scene } of due) {
    await tellOfRecovery(tx, { userId, canonical }, 'recovery-reminder', {
      ...sceneOfStart(scene),
      recoveryId,
      readyAt: readyAt ?? 0,
    })
  }
  return due.length
}

async function tellReady(tx: Tx): Promise<number> {
  const due = await recoveries.claimReady(tx, BATCH)
  for (const { id: recoveryId, userId, canonical, closesAt, ...scene } of due) {
    await record(tx, { ...scene, browser: '', userId }, 'recovery_ready')
    await tellOfRecovery(tx, { userId, canonical }, 'recovery-ready', {
      ...sceneOfStart(scene),
      recoveryId,
      closesAt: closesAt ?? 0,
    })
  }
  return due.length
}

async function close(tx: Tx): Promise<number> {
  const due = await recoveries.claimClosed(tx, BATCH)
  for (const { userId, ...scene } of due) await record(tx, { ...scene, browser: '', userId }, 'recovery_closed')
  return due.length
}

/** Returns the time and place at which the recovery was requested. Letters show these, not the time of housekeeping. */
function sceneOfStart({ requestedAt, ip, userAgent }: { requestedAt: number; ip: string; userAgent: string }) {
  return { at: requestedAt, ip, userAgent }
}
