import type { Reader, Tx } from '#db/engine/database.ts'

/** What an administrator did. `actor`: the id of a person, or `operator`. `details` is JSON. */
export type AdminEvent = {
  seq: number
  at: number
  actor: string
  act: string
  target: string
  reason: string
  details: string
  ip: string
  userAgent: string
  hash: string
}

const COLUMNS = 'seq, at, actor, act, target, reason, details, ip, user_agent as "userAgent", hash'

/** Returns the newest event. */
export async function findLast(reader: Reader): Promise<AdminEvent | undefined> {
  return (await list(reader, { before: Number.MAX_SAFE_INTEGER, most: 1 }))[0]
}

/** Inserts an event. Throws if another one has its number. */
export function insert(tx: Tx, event: AdminEvent): Promise<number> {
  return tx.run(
    `insert into admin_events (seq, at, actor, act, target, reason, details, ip, user_agent, hash)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    event.seq,
    event.at,
    event.actor,
    event.act,
    event.target,
    event.reason,
    event.details,
    event.ip,
    event.userAgent,
    event.hash,
  )
}

/** Returns the events before a number, newest first. */
export function list(reader: Reader, { before, most }: { before: number; most: number }): Promise<AdminEvent[]> {
  return reader.all(`select ${COLUMNS} from admin_events where seq < ? order by seq desc limit ?`, before, most)
}

/** Returns the events of one target before a number, newest first. */
export function listByTarget(
  reader: Reader,
  { target, before, most }: { target: string; before: number; most: number },
): Promise<AdminEvent[]> {
  return reader.all(
    `select ${COLUMNS} from admin_events where target = ? and seq < ? order by seq desc limit ?`,
    target,
    before,
    most,
  )
}

/** Returns the events after a number, oldest first. */
export function listAfter(reader: Reader, { after, most }: { after: number; most: number }): Promise<AdminEvent[]> {
  return reader.all(`select ${COLUMNS} from admin_events where seq > ? order by seq limit ?`, after, most)
}
