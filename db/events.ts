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
 * `place` is the person's number times 2^32 plus the event's number, so a person's events are stored together and few
 * pages are read.
 */
const START = '(select number * 4294967296 from users where id = ?)'
/** No event of a person has a greater number. */
const GREATEST = 4_294_967_295

export function findLast(reader: Reader, userId: string): Promise<Event | undefined> {
  return reader.get(
    `select ${COLUMNS} from events where place > ${START} and place <= ${START} + ${GREATEST} order by place desc limit 1`,
    userId,
    userId,
  )
}

/** Returns a person's events before a number, newest first. */
export function list(
  reader: Reader,
  { userId, before, most }: { userId: string; before: number; most: number },
): Promise<Event[]> {
  return reader.all(
    `select ${COLUMNS} from events where place > ${START} and place < ${START} + ? order by place desc limit ?`,
    userId,
    userId,
    Math.min(before, GREATEST + 1),
    most,
  )
}

/** Inserts an event. Throws if the person does not exist, as a foreign key would. */
export async function insert(tx: Tx, event: Event): Promise<void> {
  const written = await tx.run(
    `insert into events (place, user_id, seq, at, kind, session_id, ip, user_agent, details, hash)
     select number * 4294967296 + ?, id, ?, ?, ?, ?, ?, ?, ?, ? from users where id = ?`,
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

/** Updates the details and the hash of an event. */
export function update(tx: Tx, { userId, seq, details, hash }: Event): Promise<number> {
  return tx.run(`update events set details = ?, hash = ? where place = ${START} + ?`, details, hash, userId, seq)
}

/** Returns a person's events after a number, oldest first. */
export function listAfter(
  reader: Reader,
  { userId, after, most }: { userId: string; after: number; most: number },
): Promise<Event[]> {
  return reader.all(
    `select ${COLUMNS} from events where place > ${START} + ? and place <= ${START} + ${GREATEST} order by place limit ?`,
    userId,
    after,
    userId,
    most,
  )
}

/** Where a person's chain begins if older events were deleted: the number and the hash of the last one of those. */
export type Cut = Pick<Event, 'seq' | 'hash'>

export function findCut(reader: Reader, userId: string): Promise<Cut | undefined> {
  return reader.get('select seq, hash from event_cuts where user_id = ?', userId)
}

/** Stores that a person's events up to this one are deleted. */
export function cut(tx: Tx, { userId, seq, hash }: Pick<Event, 'userId' | 'seq' | 'hash'>): Promise<number> {
  return tx.run(
    `insert into event_cuts (user_id, seq, hash) values (?, ?, ?)
     on conflict (user_id) do update set seq = excluded.seq, hash = excluded.hash`,
    userId,
    seq,
    hash,
  )
}

type Placed = Pick<Event, 'userId' | 'seq' | 'at' | 'hash'> & { place: number }

/** Returns the place of an event before a time that is the first one of its person. */
export function findOldest(reader: Reader, before: number): Promise<Pick<Placed, 'place' | 'userId'> | undefined> {
  return reader.get(
    `select place, user_id as "userId" from events as oldest
     where at < ? and not exists (select 1 from events where place = oldest.place - 1) order by at limit 1`,
    before,
  )
}

/** Returns the events from a place on, also those of the next people. */
export function listFrom(reader: Reader, { place, most }: { place: number; most: number }): Promise<Placed[]> {
  return reader.all(
    'select place, user_id as "userId", seq, at, hash from events where place >= ? order by place limit ?',
    place,
    most,
  )
}

/** Deletes so many events from a place on. */
export function removeFrom(tx: Tx, { place, most }: { place: number; most: number }): Promise<number> {
  return tx.run(
    'delete from events where place in (select place from events where place >= ? order by place limit ?)',
    place,
    most,
  )
}

/** Counts at most `most` events of a kind of all people since a time. */
export async function countSince(
  reader: Reader,
  { kind, since, most }: { kind: string; since: number; most: number },
): Promise<number> {
  const row = await reader.get<{ events: number }>(
    'select count(*) as events from (select 1 from events where at > ? and kind = ? limit ?) as counted',
    since,
    kind,
    most,
  )
  return row?.events ?? 0
}
