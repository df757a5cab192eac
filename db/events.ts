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

const COLUMNS =
  'user_id as "userId", seq, at, kind, session_id as "sessionId", ip, user_agent as "userAgent", details, hash'

/**
 * `place` is the person's number and the event's number, so a person's events are stored together and few pages are
 * read.
 */
const OF_PERSON = 'from users join events on place > users.number << 32 and place < (users.number << 32)'

export function findLast(reader: Reader, userId: string): Promise<Event | undefined> {
  return reader.get(
    `select ${COLUMNS} ${OF_PERSON} + 4294967296 where users.id = ? order by place desc limit 1`,
    userId,
  )
}

/** Returns a person's events before a number, newest first. */
export function list(
  reader: Reader,
  { userId, before, most }: { userId: string; before: number; most: number },
): Promise<Event[]> {
  return reader.all(
    `select ${COLUMNS} ${OF_PERSON} + min(?, 4294967296) where users.id = ? order by place desc limit ?`,
    before,
    userId,
    most,
  )
}

/** Inserts an event. Throws if the person does not exist, as a foreign key would. */
export async function insert(tx: Tx, event: Event): Promise<void> {
  const written = await tx.run(
    `insert into events (place, user_id, seq, at, kind, session_id, ip, user_agent, details, hash)
     select (number << 32) + ?, id, ?, ?, ?, ?, ?, ?, ?, ? from users where id = ?`,
    event.seq,
    event.seq,
    event.at,
    event.kind,
    event.sessionId,
    event.ip,
    event.userAgent,
    event.details,
    event.hash,
    event.userId,
  )
  if (written !== 1) throw new Error('The event belongs to no person.')
}
