import type { Reader, Tx } from '#db/engine/database.ts'

export type Event = {
  userId: string
  /** 1 for a person's first event, without gaps. */
  seq: number
  at: number
  kind: string
  sessionId: string | null
  ip: string
  userAgent: string
  /** JSON. */
  details: string
  hash: string
}

const COLUMNS = 'user_id as "userId", seq, at, kind, session_id as "sessionId", ip, user_agent as "userAgent", details, hash'

export function findLast(reader: Reader, userId: string): Promise<Event | undefined> {
  return reader.get(`select ${COLUMNS} from events where user_id = ? order by seq desc limit 1`, userId)
}

/** A person's events before a number, newest first. */
export function list(reader: Reader, { userId, before, most }: { userId: string; before: number; most: number }): Promise<Event[]> {
  return reader.all(`select ${COLUMNS} from events where user_id = ? and seq < ? order by seq desc limit ?`, userId, before, most)
}

export async function insert(tx: Tx, event: Event): Promise<void> {
  await tx.run(
    'insert into events (user_id, seq, at, kind, session_id, ip, user_agent, details, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    event.userId,
    event.seq,
    event.at,
    event.kind,
    event.sessionId,
    event.ip,
    event.userAgent,
    event.details,
    event.hash,
  )
}
