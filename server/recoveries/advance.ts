import type { Reader, Tx } from '#db/engine/database.ts'
import * as recoveries from '#db/recoveries.ts'
import { record } from '#server/audit/record.ts'
import { tellOfRecovery } from '#server/recoveries/tell.ts'
import type { World } from '#server/world.ts'

const BATCH = 100

type Advance = {
  list: (reader: Reader, page: { now: number; most: number }) => Promise<recoveries.Due[]>
  /** Claims the recovery, and does nothing if somebody else was faster. */
  advance: (tx: Tx, id: string) => Promise<void>
}

/**
 * Advances recoveries with time: sends a reminder after half of the wait, sends a letter when the wait is over, and
 * closes recoveries that were not completed in time.
 */
export async function advanceRecoveries(world: World): Promise<void> {
  const advances: Advance[] = [
    { list: recoveries.listToRemind, advance: remind },
    { list: recoveries.listToTell, advance: tellReady },
    { list: recoveries.listToClose, advance: close },
  ]
  for (const advance of advances) while ((await advanceSome(world, advance)) === BATCH);
}

async function advanceSome(world: World, { list, advance }: Advance): Promise<number> {
  const due = await world.db.read((reader) => list(reader, { now: world.now(), most: BATCH }))
  for (const { id, userId } of due)
    await world.db.transaction((tx) => advance(tx, id), { background: true, person: userId })
  return due.length
}

async function remind(tx: Tx, id: string): Promise<void> {
  const due = await recoveries.claimReminder(tx, id)
  if (!due) return
  const { readyAt, ...recovery } = due
  const params = { ...sceneOfStart(recovery), recoveryId: id, readyAt: readyAt ?? 0 }
  await tellOfRecovery(tx, recovery, 'recovery-reminder', params)
}

async function tellReady(tx: Tx, id: string): Promise<void> {
  const due = await recoveries.claimReady(tx, id)
  if (!due) return
  const { closesAt, ...recovery } = due
  await record(tx, { ...recovery, browser: '' }, 'recovery_ready')
  const params = { ...sceneOfStart(recovery), recoveryId: id, closesAt: closesAt ?? 0 }
  await tellOfRecovery(tx, recovery, 'recovery-ready', params)
}

async function close(tx: Tx, id: string): Promise<void> {
  const due = await recoveries.close(tx, id)
  if (due) await record(tx, { ...due, browser: '' }, 'recovery_closed')
}

/** Returns the time and place at which the recovery was requested. Letters show these, not the time of housekeeping. */
function sceneOfStart({ requestedAt, ip, userAgent }: { requestedAt: number; ip: string; userAgent: string }) {
  return { at: requestedAt, ip, userAgent }
}
