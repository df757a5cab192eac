import type { Reader, Tx } from '#db/engine/database.ts'

/** How a session was opened: by one of the ways in, or by sign-up itself. */
export type Way = 'sign_up' | 'passkey' | 'password' | 'mailbox_code' | 'recovery'

export type Session = {
  id: string
  userId: string
  way: Way
  passkeyId: string | null
  ip: string
  userAgent: string
  browser: string
  createdAt: number
  lastSeenAt: number
  expiresAt: number
  confirmedAt: number | null
}

const COLUMNS = `sessions.id, sessions.user_id as "userId", way, passkey_id as "passkeyId", ip, user_agent as "userAgent", browser,
  sessions.created_at as "createdAt", last_seen_at as "lastSeenAt", expires_at as "expiresAt", confirmed_at as "confirmedAt"`
const LIVE = 'expires_at > ? and last_seen_at > ?'

/** A session is live if it expires after `now` and was used after `idleSince` (epoch milliseconds). */
export type Liveness = { now: number; idleSince: number }

/** Returns the live session of a token, with the person's name and primary address. */
export function findLive(
  reader: Reader,
  { id, tokenHash }: { id: string; tokenHash: string },
  { now, idleSince }: Liveness,
): Promise<(Session & { name: string; email: string }) | undefined> {
  return reader.get(
    `select ${COLUMNS}, users.name, emails.address as "email"
     from sessions join users on users.id = sessions.user_id join emails on emails.user_id = users.id and emails.is_primary = 1
     where sessions.id = ? and token_hash = ? and ${LIVE}`,
    id,
    tokenHash,
    now,
    idleSince,
  )
}

/** Returns a person's live sessions, the most recently used first. */
export function listLive(reader: Reader, userId: string, { now, idleSince }: Liveness): Promise<Session[]> {
  return reader.all(
    `select ${COLUMNS} from sessions where user_id = ? and ${LIVE} order by last_seen_at desc, id`,
    userId,
    now,
    idleSince,
  )
}

export type NewSession = Omit<Session, 'createdAt' | 'lastSeenAt'> & { tokenHash: string }

export function insert(tx: Tx, session: NewSession): Promise<number> {
  return tx.run(
    `insert into sessions (id, token_hash, user_id, way, passkey_id, ip, user_agent, browser, created_at, last_seen_at, expires_at, confirmed_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    session.id,
    session.tokenHash,
    session.userId,
    session.way,
    session.passkeyId,
    session.ip,
    session.userAgent,
    session.browser,
    tx.now,
    tx.now,
    session.expiresAt,
    session.confirmedAt,
  )
}

/** Returns whether a session of this person exists. */
export async function isThere(reader: Reader, { id, userId }: { id: string; userId: string }): Promise<boolean> {
  return (await reader.get('select 1 from sessions where id = ? and user_id = ?', id, userId)) !== undefined
}

/**
 * Counts one code that is typed in a session, before it is verified, and returns how many there were since the last
 * confirmation. Returns undefined after `most`, if the session is gone, or if it was confirmed after this request began,
 * whose token has then stopped working.
 */
export async function countCode(
  tx: Tx,
  { id, userId, confirmedAt, most }: { id: string; userId: string; confirmedAt: number | null; most: number },
): Promise<number | undefined> {
  const counted = await tx.get<{ count: number }>(
    `update sessions set wrong_codes = wrong_codes + 1
     where id = ? and user_id = ? and confirmed_at is not distinct from ? and wrong_codes < ?
     returning wrong_codes as "count"`,
    id,
    userId,
    confirmedAt,
    most,
  )
  return counted?.count
}

/** Deletes a session in which `most` codes were typed since the last confirmation. Returns false if it stays. */
export async function removeGuessed(
  tx: Tx,
  { id, userId, most }: { id: string; userId: string; most: number },
): Promise<boolean> {
  return (
    (await tx.run('delete from sessions where id = ? and user_id = ? and wrong_codes >= ?', id, userId, most)) === 1
  )
}

/**
 * Gives a session a new token and a fresh confirmation, and forgets the wrong codes of the old token, which stops
 * working. Returns false if the session is gone.
 */
export async function confirm(
  tx: Tx,
  { id, tokenHash, touchedFor }: { id: string; tokenHash: string; touchedFor: string | undefined },
): Promise<boolean> {
  const changed = await tx.run(
    'update sessions set token_hash = ?, confirmed_at = ?, wrong_codes = 0, touched_for = ?, touched_at = ? where id = ?',
    tokenHash,
    tx.now,
    touchedFor ?? null,
    touchedFor === undefined ? null : tx.now,
    id,
  )
  return changed === 1
}

/** Spends the touch of a session if it is for this and was given after `since` (epoch milliseconds), once. */
export async function spendTouch(
  tx: Tx,
  { id, touchedFor, since }: { id: string; touchedFor: string; since: number },
): Promise<boolean> {
  const changed = await tx.run(
    `update sessions set touched_for = null, touched_at = null
     where id = ? and touched_for = ? and touched_at > ? and touched_at <= ?`,
    id,
    touchedFor,
    since,
    tx.now,
  )
  return changed === 1
}

/** Returns the touch of a session, if it has one. */
export function findTouch(reader: Reader, id: string): Promise<{ touchedFor: string; touchedAt: number } | undefined> {
  return reader.get(
    'select touched_for as "touchedFor", touched_at as "touchedAt" from sessions where id = ? and touched_for is not null',
    id,
  )
}

/** Takes the touches of all of a person's sessions, because a way in that may have given one is gone. */
export function forgetTouches(tx: Tx, userId: string): Promise<number> {
  return tx.run('update sessions set touched_for = null, touched_at = null where user_id = ?', userId)
}

/** Stores when (epoch milliseconds) and from which IP address a session was used, unless a later use is stored. */
export function touch(tx: Tx, { id, ip, at }: { id: string; ip: string; at: number }): Promise<number> {
  return tx.run('update sessions set last_seen_at = ?, ip = ? where id = ? and last_seen_at < ?', at, ip, id, at)
}

/** Deletes one session of this person. Returns false if it did not exist. */
export async function remove(tx: Tx, { id, userId }: { id: string; userId: string }): Promise<boolean> {
  return (await tx.run('delete from sessions where id = ? and user_id = ?', id, userId)) === 1
}

/** Deletes all of a person's sessions except one, and returns how many. */
export function removeOthers(tx: Tx, { userId, except }: { userId: string; except: string }): Promise<number> {
  return tx.run('delete from sessions where user_id = ? and id <> ?', userId, except)
}

/**
 * Deletes a person's sessions beyond `most`, those first whose last use is the longest ago, and returns how many. Never
 * deletes `keep`.
 */
export function removeBeyond(
  tx: Tx,
  { userId, keep, most }: { userId: string; keep: string; most: number },
): Promise<number> {
  return tx.run(
    `delete from sessions where id in
       (select id from sessions where user_id = ? and id <> ? order by last_seen_at desc, id desc limit 1000000 offset ?)`,
    userId,
    keep,
    most - 1,
  )
}

/** Deletes every session of a person, and returns how many. */
export function removeAll(tx: Tx, userId: string): Promise<number> {
  return tx.run('delete from sessions where user_id = ?', userId)
}

/** Returns the ids of all people who have a session. */
export async function listUserIds(reader: Reader): Promise<string[]> {
  return (await reader.all<{ userId: string }>('select distinct user_id as "userId" from sessions')).map(
    ({ userId }) => userId,
  )
}

/** Deletes at most `most` expired sessions. */
export function removeExpired(tx: Tx, most: number): Promise<number> {
  return tx.run(
    'delete from sessions where id in (select id from sessions where expires_at <= ? limit ?)',
    tx.now,
    most,
  )
}

/** Returns the ids of the person's other sessions that one passkey opened. */
export async function listIdsOpenedBy(
  reader: Reader,
  { passkeyId, userId, except }: { passkeyId: string; userId: string; except: string },
): Promise<string[]> {
  const rows = await reader.all<{ id: string }>(
    'select id from sessions where user_id = ? and passkey_id = ? and id <> ?',
    userId,
    passkeyId,
    except,
  )
  return rows.map(({ id }) => id)
}
