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

/** When a session counts as live: `now`, and the last-seen time at or before which it has idled out (epoch milliseconds). */
export type Liveness = { now: number; idleSince: number }

/** The live session of a token, with whose it is. */
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

/** A person's live sessions, last seen first. */
export function listLive(reader: Reader, userId: string, { now, idleSince }: Liveness): Promise<Session[]> {
  return reader.all(
    `select ${COLUMNS} from sessions where user_id = ? and ${LIVE} order by last_seen_at desc, id`,
    userId,
    now,
    idleSince,
  )
}

export type NewSession = Omit<Session, 'id' | 'createdAt' | 'lastSeenAt'> & { tokenHash: string }

export async function insert(tx: Tx, session: NewSession): Promise<string> {
  const id = tx.newId()
  await tx.run(
    `insert into sessions (id, token_hash, user_id, way, passkey_id, ip, user_agent, browser, created_at, last_seen_at, expires_at, confirmed_at)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    id,
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
  return id
}

/** Tells whether a session of this person was not ended. */
export async function isThere(reader: Reader, { id, userId }: { id: string; userId: string }): Promise<boolean> {
  return (await reader.get('select 1 from sessions where id = ? and user_id = ?', id, userId)) !== undefined
}

/** Gives a session a new token and a fresh confirmation; false if the session is gone. The old token is dead. */
export async function confirm(tx: Tx, { id, tokenHash }: { id: string; tokenHash: string }): Promise<boolean> {
  return (
    (await tx.run('update sessions set token_hash = ?, confirmed_at = ? where id = ?', tokenHash, tx.now, id)) === 1
  )
}

/** Writes down when (epoch milliseconds) and from where a session was last used, unless it was used since. */
export function touch(tx: Tx, { id, ip, at }: { id: string; ip: string; at: number }): Promise<number> {
  return tx.run('update sessions set last_seen_at = ?, ip = ? where id = ? and last_seen_at < ?', at, ip, id, at)
}

/** Ends one session of this person, and tells whether there was one. */
export async function remove(tx: Tx, { id, userId }: { id: string; userId: string }): Promise<boolean> {
  return (await tx.run('delete from sessions where id = ? and user_id = ?', id, userId)) === 1
}

/** Ends all of a person's sessions but one, and tells how many. */
export function removeOthers(tx: Tx, { userId, except }: { userId: string; except: string }): Promise<number> {
  return tx.run('delete from sessions where user_id = ? and id <> ?', userId, except)
}

/** Ends every session of a person. */
export function removeAll(tx: Tx, userId: string): Promise<number> {
  return tx.run('delete from sessions where user_id = ?', userId)
}

/** Everybody who has a session. */
export async function listUserIds(reader: Reader): Promise<string[]> {
  return (await reader.all<{ userId: string }>('select distinct user_id as "userId" from sessions')).map(
    ({ userId }) => userId,
  )
}

/** Forgets sessions that have ended by themselves. At most `most` at a time. */
export function removeExpired(tx: Tx, most: number): Promise<number> {
  return tx.run(
    'delete from sessions where id in (select id from sessions where expires_at <= ? limit ?)',
    tx.now,
    most,
  )
}

/** The other sessions of this person that one passkey opened. */
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
