import type { Reader, Tx } from '#db/engine/database.ts'

export type Recovery = {
  id: string
  userId: string
  /** The address that asked for it, as addresses are compared. */
  canonical: string
  state: 'waiting' | 'completed' | 'cancelled' | 'closed'
  requestedAt: number
  ip: string
  userAgent: string
  /** When the first letter was accepted, which starts the wait. */
  startedAt: number | null
  readyAt: number | null
  closesAt: number | null
  remindedAt: number | null
  readyToldAt: number | null
  endedAt: number | null
}

const COLUMNS = `id, user_id as "userId", canonical, state, requested_at as "requestedAt", ip, user_agent as "userAgent", started_at as "startedAt",
  ready_at as "readyAt", closes_at as "closesAt", reminded_at as "remindedAt", ready_told_at as "readyToldAt", ended_at as "endedAt"`
const STILL_OPEN = `state = 'waiting' and (closes_at is null or closes_at > ?)`

/**
 * A recovery whose wait has not started after this time (milliseconds) is over. Its letters are given up after about
 * three days.
 */
const UNHEARD = 4 * 86_400_000
/**
 * When a recovery ends: with its window, or without a started wait. The index that `listToClose` uses has the same
 * expression.
 */
const LAST_MOMENT = `coalesce(closes_at, requested_at + ${UNHEARD})`
const OVER = `state = 'waiting' and ${LAST_MOMENT} <= ?`
/** The end is stored as the end of the window, not as the time at which it is noticed. */
const CLOSE = `state = 'closed', ended_at = ${LAST_MOMENT}`

export function find(reader: Reader, id: string): Promise<Recovery | undefined> {
  return reader.get(`select ${COLUMNS} from recoveries where id = ?`, id)
}

/** Returns the live recovery of one address of a person: waiting or ready, not yet closed. */
export function findLive(
  reader: Reader,
  { userId, canonical, now }: { userId: string; canonical: string; now: number },
): Promise<Recovery | undefined> {
  return reader.get(
    `select ${COLUMNS} from recoveries where user_id = ? and canonical = ? and ${STILL_OPEN}`,
    userId,
    canonical,
    now,
  )
}

/** Returns the live recovery of a person that is ready first. */
export function findFirstLive(reader: Reader, userId: string, now: number): Promise<Recovery | undefined> {
  return reader.get(
    `select ${COLUMNS} from recoveries where user_id = ? and ${STILL_OPEN} order by ready_at is null, ready_at, id limit 1`,
    userId,
    now,
  )
}

/** Returns the recovery that a person completed last, and the passkey that it bound. */
export function findLastCompleted(
  reader: Reader,
  userId: string,
): Promise<{ canonical: string; passkeyId: string | null } | undefined> {
  return reader.get(
    `select canonical, passkey_id as "passkeyId" from recoveries where user_id = ? and state = 'completed' order by ended_at desc, id desc limit 1`,
    userId,
  )
}

/** Returns whether this browser started the person's live recovery. */
export async function isStartedBy(
  reader: Reader,
  { userId, browser, now }: { userId: string; browser: string; now: number },
): Promise<boolean> {
  const row = await reader.get(
    `select 1 from recoveries where user_id = ? and browser = ? and ${STILL_OPEN}`,
    userId,
    browser,
    now,
  )
  return row !== undefined
}

/** Returns a person's recoveries, newest first. */
export function list(reader: Reader, userId: string): Promise<Recovery[]> {
  return reader.all(`select ${COLUMNS} from recoveries where user_id = ? order by requested_at desc, id`, userId)
}

/**
 * Returns when the last recovery of one of the person's addresses ended, for whatever reason, or when another address
 * completed one. An end that lies later than `now` was stored by a clock that was ahead, and is none.
 */
export async function lastEnd(
  reader: Reader,
  { userId, canonical, now }: { userId: string; canonical: string; now: number },
): Promise<number | undefined> {
  const row = await reader.get<{ endedAt: number | null }>(
    `select max(ended_at) as "endedAt" from recoveries
     where user_id = ? and (canonical = ? or state = 'completed') and ended_at <= ?`,
    userId,
    canonical,
    now,
  )
  return row?.endedAt ?? undefined
}

/**
 * Inserts a recovery of an address and returns its id. `untold` other addresses must hear of it before its wait starts.
 * Returns undefined if the address has a live one.
 */
export async function insert(
  tx: Tx,
  {
    userId,
    canonical,
    untold,
    ip,
    userAgent,
    browser,
  }: { userId: string; canonical: string; untold: number; ip: string; userAgent: string; browser: string },
): Promise<string | undefined> {
  await tx.run(`update recoveries set ${CLOSE} where user_id = ? and ${OVER}`, userId, tx.now)
  const row = await tx.get<{ id: string }>(
    `insert into recoveries (id, user_id, canonical, untold, state, requested_at, ip, user_agent, browser)
     values (?, ?, ?, ?, 'waiting', ?, ?, ?, ?)
     on conflict do nothing returning id`,
    tx.newId(),
    userId,
    canonical,
    untold,
    tx.now,
    ip,
    userAgent,
    browser,
  )
  return row?.id
}

/** Notes what became of one letter about a recovery: whether its clock waited for it, and whether somebody was told. */
export function noteTold(
  tx: Tx,
  { id, accepted, awaited }: { id: string; accepted: boolean; awaited: boolean },
): Promise<number> {
  return tx.run(
    `update recoveries set untold = case when untold > 0 then untold - ? else 0 end, told = case when told = 1 then 1 else ? end
     where id = ?`,
    awaited ? 1 : 0,
    accepted ? 1 : 0,
    id,
  )
}

/**
 * Starts the wait, once, if every other address was told or cannot be, and a letter was accepted. `delay` is its length and `open` that of the window after it, in milliseconds. Returns 1 if it
 * started now.
 */
export function startClock(tx: Tx, { id, delay, open }: { id: string; delay: number; open: number }): Promise<number> {
  return tx.run(
    `update recoveries set started_at = ?, ready_at = ?, closes_at = ? where id = ? and state = 'waiting' and started_at is null
       and untold = 0 and told = 1`,
    tx.now,
    tx.now + delay,
    tx.now + delay + open,
    id,
  )
}

/** Closes a recovery whose wait has not started, if no letter about it was accepted and none is awaited. Returns 1 if it did. */
export function closeUntold(tx: Tx, id: string): Promise<number> {
  return tx.run(
    `update recoveries set state = 'closed', ended_at = ? where id = ? and state = 'waiting' and started_at is null
       and untold = 0 and told = 0`,
    tx.now,
    id,
  )
}

/** Cancels the live recovery of one address of a person. Returns false if there is none. */
export async function cancel(tx: Tx, { userId, canonical }: { userId: string; canonical: string }): Promise<boolean> {
  const changed = await tx.run(
    `update recoveries set state = 'cancelled', ended_at = ? where user_id = ? and canonical = ? and ${STILL_OPEN}`,
    tx.now,
    userId,
    canonical,
    tx.now,
  )
  return changed === 1
}

/** Returns the ids of all people who have a recovery that has not ended. */
export async function listUserIdsWithLive(reader: Reader, now: number): Promise<string[]> {
  const rows = await reader.all<{ userId: string }>(
    `select distinct user_id as "userId" from recoveries where ${STILL_OPEN}`,
    now,
  )
  return rows.map(({ userId }) => userId)
}

/** Cancels a person's live recoveries, except those of some addresses, and returns how many. */
export function cancelAll(tx: Tx, userId: string, except: [string, string] = ['', '']): Promise<number> {
  return tx.run(
    `update recoveries set state = 'cancelled', ended_at = ? where user_id = ? and canonical not in (?, ?) and ${STILL_OPEN}`,
    tx.now,
    userId,
    except[0],
    except[1],
    tx.now,
  )
}

/** Completes the recovery of an address. Returns false unless its wait is over and its window is open. */
export async function complete(
  tx: Tx,
  { userId, canonical, passkeyId }: { userId: string; canonical: string; passkeyId: string },
): Promise<boolean> {
  const changed = await tx.run(
    `update recoveries set state = 'completed', ended_at = ?, passkey_id = ?
     where user_id = ? and canonical = ? and state = 'waiting' and started_at <= ? and ready_at <= ? and closes_at > ?`,
    tx.now,
    passkeyId,
    userId,
    canonical,
    tx.now,
    tx.now,
    tx.now,
  )
  return changed === 1
}

/** A recovery for which a time has come, and its account. */
export type Due = { id: string; userId: string }
type Page = { now: number; most: number }

const DUE = 'select id, user_id as "userId" from recoveries'
const TO_REMIND = `state = 'waiting' and ready_at > ? and reminded_at is null and started_at + ready_at <= ?`
const TO_TELL = `state = 'waiting' and ready_at <= ? and closes_at > ? and ready_told_at is null`

/** Returns recoveries that need a reminder because half of the wait is over. */
export function listToRemind(reader: Reader, { now, most }: Page): Promise<Due[]> {
  return reader.all(`${DUE} where ${TO_REMIND} limit ?`, now, 2 * now, most)
}

/** Claims the reminder of a recovery, once. */
export function claimReminder(tx: Tx, id: string): Promise<Recovery | undefined> {
  return tx.get(
    `update recoveries set reminded_at = ? where id = ? and ${TO_REMIND} returning ${COLUMNS}`,
    tx.now,
    id,
    tx.now,
    2 * tx.now,
  )
}

/** Returns recoveries that are ready and whose letter about that was not sent yet. */
export function listToTell(reader: Reader, { now, most }: Page): Promise<Due[]> {
  return reader.all(`${DUE} where ${TO_TELL} limit ?`, now, now, most)
}

/** Claims the letter that a recovery is ready, once. */
export function claimReady(tx: Tx, id: string): Promise<Recovery | undefined> {
  return tx.get(
    `update recoveries set ready_told_at = ? where id = ? and ${TO_TELL} returning ${COLUMNS}`,
    tx.now,
    id,
    tx.now,
    tx.now,
  )
}

/** Returns recoveries whose window is over or whose wait never started. */
export function listToClose(reader: Reader, { now, most }: Page): Promise<Due[]> {
  return reader.all(`${DUE} where ${OVER} limit ?`, now, most)
}

/** Closes a recovery whose window is over or whose wait never started, and returns it. */
export function close(tx: Tx, id: string): Promise<Recovery | undefined> {
  return tx.get(`update recoveries set ${CLOSE} where id = ? and ${OVER} returning ${COLUMNS}`, id, tx.now)
}

/** Counts at most `most` recoveries of all people that have not ended, and those of them whose wait is over. */
export async function countLive(
  reader: Reader,
  { now, most }: { now: number; most: number },
): Promise<{ live: number; ready: number }> {
  const row = await reader.get<{ live: number; ready: number | null }>(
    `select count(*) as live, sum(case when ready_at <= ? then 1 else 0 end) as ready
     from (select ready_at from recoveries where state = 'waiting' and ${LAST_MOMENT} > ? limit ?) as counted`,
    now,
    now,
    most,
  )
  return { live: row?.live ?? 0, ready: Number(row?.ready ?? 0) }
}
