import type { Reader, Tx } from '#db/engine/database.ts'

/** A role that a person has. `until` (epoch milliseconds): null if for good. */
export type Grant = { userId: string; role: string; until: number | null; createdAt: number }

const COLUMNS = 'user_id as "userId", role, until, created_at as "createdAt"'

/** Returns the roles that count for a person now. None while they are suspended after a recovery. */
export async function listActive(reader: Reader, userId: string, now: number): Promise<string[]> {
  const rows = await reader.all<{ role: string }>(
    `select role from grants join users on users.id = user_id
     where user_id = ? and (until is null or until > ?) and roles_suspended_at is null`,
    userId,
    now,
  )
  return rows.map(({ role }) => role)
}

/** Returns the roles of a person, also those that have run out and that are suspended. */
export function list(reader: Reader, userId: string): Promise<Grant[]> {
  return reader.all(`select ${COLUMNS} from grants where user_id = ? order by role`, userId)
}

/** Returns at most `most` people who have a role now and for good, and can use it. */
export async function listHolders(
  reader: Reader,
  { role, now, most }: { role: string; now: number; most: number },
): Promise<string[]> {
  const rows = await reader.all<{ userId: string }>(
    `select user_id as "userId" from grants join users on users.id = user_id
     where role = ? and until is null and roles_suspended_at is null
       and (suspended_at is null or suspended_until <= ?) and delete_at is null limit ?`,
    role,
    now,
    most,
  )
  return rows.map(({ userId }) => userId)
}

/** Returns at most `most` people who were given a role, with their primary addresses. */
export function listByRole(
  reader: Reader,
  { role, most }: { role: string; most: number },
): Promise<{ email: string; until: number | null; isSuspended: 0 | 1 }[]> {
  return reader.all(
    `select emails.address as "email", until, case when roles_suspended_at is null then 0 else 1 end as "isSuspended"
     from grants join users on users.id = grants.user_id
       join emails on emails.user_id = users.id and emails.is_primary = 1
     where role = ? order by grants.user_id limit ?`,
    role,
    most,
  )
}

/** Gives a role to a person, instead of an earlier grant of it. */
export function put(
  tx: Tx,
  { userId, role, until }: { userId: string; role: string; until: number | null },
): Promise<number> {
  return tx.run(
    `insert into grants (user_id, role, until, created_at) values (?, ?, ?, ?)
     on conflict (user_id, role) do update set until = excluded.until, created_at = excluded.created_at`,
    userId,
    role,
    until,
    tx.now,
  )
}

/** Takes a role from a person. Returns false if they did not have it. */
export async function remove(tx: Tx, { userId, role }: { userId: string; role: string }): Promise<boolean> {
  return (await tx.run('delete from grants where user_id = ? and role = ?', userId, role)) === 1
}
