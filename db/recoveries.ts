import type { Reader, Tx } from '#db/engine/database.ts'

export type Recovery = {
  id: string
  userId: string
  state: 'waiting' | 'completed' | 'cancelled' | 'closed'
  requestedAt: number
  ip: string
  userAgent: string
  /** When the first letter was accepted; the clock does not run before. */
  startedAt: number | null
  readyAt: number | null
  closesAt: number | null
  remindedAt: number | null
  readyToldAt: number | null
  endedAt: number | null
}

const COLUMNS = `id, user_id as "userId", state, requested_at as "requestedAt", ip, user_agent as "userAgent", started_at as "startedAt",
  ready_at as "readyAt", closes_at as "closesAt", reminded_at as "remindedAt", ready_told_at as "readyToldAt", ended_at as "endedAt"`
const STILL_OPEN = `state = 'waiting' and (closes_at is null or closes_at > ?)`

/** Its letters are given up after about three days: whose clock has not started by then never will (milliseconds). */
const UNHEARD = 4 * 86_400_000
/** When its window ends, or its wait for a clock. Written as in the index by which `claimClosed` finds what is over. */
const LAST_MOMENT = `coalesce(closes_at, requested_at + ${UNHEARD})`
const OVER = `state = 'waiting' and ${LAST_MOMENT} <= ?`
/** It ended when its window did, whenever somebody looks. */
const CLOSE = `state = 'closed', ended_at = ${LAST_MOMENT}`

export function find(reader: Reader, id: string): Promise<Recovery | undefined> {
  return reader.get(`select ${COLUMNS} from recoveries where id = ?`, id)
}

/** The recovery that is under way for a person: waiting or ready, not yet closed. */
export function findLive(reader: Reader, userId: string, now: number): Promise<Recovery | undefined> {
  return reader.get(`select ${COLUMNS} from recoveries where user_id = ? and ${STILL_OPEN}`, userId, now)
}

/** A person's recoveries, newest first. */
export function list(reader: Reader, userId: string): Promise<Recovery[]> {
  return reader.all(`select ${COLUMNS} from recoveries where user_id = ? order by requested_at desc, id`, userId)
}

/** When a recovery of this person last ended, however it did. */
export async function lastEnd(reader: Reader, userId: string): Promise<number | undefined> {
  const row = await reader.get<{ endedAt: number | null }>(
    'select max(ended_at) as "endedAt" from recoveries where user_id = ?',
    userId,
  )
  return row?.endedAt ?? undefined
}

/** Begins a recovery unless one is live, and returns its id. */
export async function insert(
  tx: Tx,
  { userId, ip, userAgent }: { userId: string; ip: string; userAgent: string },
): Promise<string | undefined> {
  await tx.run(`update recoveries set ${CLOSE} where user_id = ? and ${OVER}`, userId, tx.now)
  const row = await tx.get<{ id: string }>(
    `insert into recoveries (id, user_id, state, requested_at, ip, user_agent) values (?, ?, 'waiting', ?, ?, ?) on conflict do nothing returning id`,
    tx.newId(),
    userId,
    tx.now,
    ip,
    userAgent,
  )
  return row?.id
}

/** Starts the clock, once. Delay and window in milliseconds. */
export function startClock(tx: Tx, { id, delay, open }: { id: string; delay: number; open: number }): Promise<number> {
  return tx.run(
    `update recoveries set started_at = ?, ready_at = ?, closes_at = ? where id = ? and state = 'waiting' and started_at is null`,
    tx.now,
    tx.now + delay,
    tx.now + delay + open,
    id,
  )
}

/** Cancels a person's live recovery, and returns it. */
export function cancel(tx: Tx, userId: string): Promise<Recovery | undefined> {
  return tx.get(
    `update recoveries set state = 'cancelled', ended_at = ? where user_id = ? and ${STILL_OPEN} returning ${COLUMNS}`,
    tx.now,
    userId,
    tx.now,
  )
}

/** Completes a person's recovery if its wait is over and its window open, and tells whether it was. */
export async function complete(tx: Tx, userId: string): Promise<boolean> {
  const changed = await tx.run(
    `update recoveries set state = 'completed', ended_at = ?
     where user_id = ? and state = 'waiting' and started_at <= ? and ready_at <= ? and closes_at > ?`,
    tx.now,
    userId,
    tx.now,
    tx.now,
    tx.now,
  )
  return changed === 1
}

/** Takes the recoveries half of whose wait is over and that have not been reminded of. */
export function claimReminders(tx: Tx, most: number): Promise<Recovery[]> {
  return tx.all(
    `update recoveries set reminded_at = ? where id in
       (select id from recoveries where state = 'waiting' and ready_at > ? and reminded_at is null and (started_at + ready_at) / 2 <= ? limit ?)
     returning ${COLUMNS}`,
    tx.now,
    tx.now,
    tx.now,
    most,
  )
}

/** Takes the recoveries that have become ready and were not told of. */
export function claimReady(tx: Tx, most: number): Promise<Recovery[]> {
  return tx.all(
    `update recoveries set ready_told_at = ? where id in
       (select id from recoveries where state = 'waiting' and ready_at <= ? and closes_at > ? and ready_told_at is null limit ?)
     returning ${COLUMNS}`,
    tx.now,
    tx.now,
    tx.now,
    most,
  )
}

/** Closes the recoveries whose window has passed, or whose clock never started. */
export function claimClosed(tx: Tx, most: number): Promise<Recovery[]> {
  return tx.all(
    `update recoveries set ${CLOSE} where id in (select id from recoveries where ${OVER} limit ?) returning ${COLUMNS}`,
    tx.now,
    most,
  )
}
