import type { Reader, Tx } from '#db/engine/database.ts'

/** A person as administrators see them in a list. Times are epoch milliseconds. */
export type Person = {
  id: string
  name: string
  /** The primary address. */
  email: string
  createdAt: number
  suspendedAt: number | null
  suspendedUntil: number | null
  rolesSuspendedAt: number | null
  deleteAt: number | null
  awaitingSince: number | null
}

const COLUMNS = `users.id, users.name, emails.address as "email", users.created_at as "createdAt", suspended_at as "suspendedAt",
  suspended_until as "suspendedUntil", roles_suspended_at as "rolesSuspendedAt", delete_at as "deleteAt",
  awaiting_since as "awaitingSince"`
const PRIMARY = 'emails.user_id = users.id and emails.is_primary = 1'

export function find(reader: Reader, id: string): Promise<Person | undefined> {
  return reader.get(`select ${COLUMNS} from users join emails on ${PRIMARY} where users.id = ?`, id)
}

/** Returns people before an id, the newest accounts first, because ids rise with time. */
export function list(reader: Reader, { before, most }: { before: string; most: number }): Promise<Person[]> {
  return reader.all(
    `select ${COLUMNS} from users join emails on ${PRIMARY} where users.id < ? order by users.id desc limit ?`,
    before,
    most,
  )
}

/** Returns people with an address from `from` up to, not with, `to` in canonical letters, in their order. */
export function listByAddress(
  reader: Reader,
  { from, to, most }: { from: string; to: string; most: number },
): Promise<(Person & { canonical: string })[]> {
  return reader.all(
    `select ${COLUMNS}, found.canonical as "canonical"
     from emails as found join users on users.id = found.user_id join emails on ${PRIMARY}
     where found.canonical >= ? and found.canonical < ? order by found.canonical limit ?`,
    from,
    to,
    most,
  )
}

/** Returns people after an id who wait for approval, the oldest first. */
export function listAwaiting(reader: Reader, { after, most }: { after: string; most: number }): Promise<Person[]> {
  return reader.all(
    `select ${COLUMNS} from users join emails on ${PRIMARY}
     where awaiting_since is not null and users.id > ? order by users.id limit ?`,
    after,
    most,
  )
}

/** Returns whether anybody waits for approval. */
export async function isAnybodyAwaiting(reader: Reader): Promise<boolean> {
  return (await reader.get("select 1 from users where awaiting_since is not null and id > '' limit 1")) !== undefined
}

/** Suspends a person, until a time or until somebody ends it. Returns false if they are suspended already. */
export async function suspend(tx: Tx, { id, until }: { id: string; until: number | null }): Promise<boolean> {
  const changed = await tx.run(
    `update users set suspended_at = ?, suspended_until = ?
     where id = ? and (suspended_at is null or suspended_until <= ?)`,
    tx.now,
    until,
    id,
    tx.now,
  )
  return changed === 1
}

/** Ends a suspension. Returns false if there was none. */
export async function unsuspend(tx: Tx, id: string): Promise<boolean> {
  return (
    (await tx.run(
      `update users set suspended_at = null, suspended_until = null
       where id = ? and suspended_at is not null and (suspended_until is null or suspended_until > ?)`,
      id,
      tx.now,
    )) === 1
  )
}

/** Suspends the roles of a person who has some, until an owner confirms them. Returns false without roles. */
export async function suspendRoles(tx: Tx, id: string): Promise<boolean> {
  return (
    (await tx.run(
      `update users set roles_suspended_at = ?
       where id = ? and roles_suspended_at is null and exists (select 1 from grants where user_id = users.id)`,
      tx.now,
      id,
    )) === 1
  )
}

/** Lets the roles of a person count again. Returns false if they did. */
export async function confirmRoles(tx: Tx, id: string): Promise<boolean> {
  return (
    (await tx.run('update users set roles_suspended_at = null where id = ? and roles_suspended_at is not null', id)) ===
    1
  )
}

/** Counts at most `most` people after an id. `last` is the id of the last one; null if there is nobody. */
export async function countAfter(
  reader: Reader,
  { after, most }: { after: string; most: number },
): Promise<{ people: number; last: string | null }> {
  const row = await reader.get<{ people: number; last: string | null }>(
    `select count(*) as people, max(id) as last from (select id from users where id > ? order by id limit ?) as counted`,
    after,
    most,
  )
  return row ?? { people: 0, last: null }
}
