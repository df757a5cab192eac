import type { Reader, Tx } from '#db/engine/database.ts'

/** A role in an app. `permissions` and `includes` are JSON lists. */
export type AppRole = { app: string; key: string; name: string; permissions: string; includes: string }
type Key = Pick<AppRole, 'app' | 'key'>
/** Who has a role. `until` (epoch milliseconds): null if for good. */
export type Holder = { app: string; role: string; until: number | null }

const COLUMNS = 'app, key, name, permissions, includes'

export function list(reader: Reader): Promise<AppRole[]> {
  return reader.all(`select ${COLUMNS} from app_roles order by app, key`)
}

export function listOfApp(reader: Reader, app: string): Promise<AppRole[]> {
  return reader.all(`select ${COLUMNS} from app_roles where app = ? order by key`, app)
}

/** Creates a role, or changes it. */
export function put(tx: Tx, { app, key, name, permissions, includes }: AppRole): Promise<number> {
  return tx.run(
    `insert into app_roles (app, key, name, permissions, includes) values (?, ?, ?, ?, ?)
     on conflict (app, key) do update
       set name = excluded.name, permissions = excluded.permissions, includes = excluded.includes`,
    app,
    key,
    name,
    permissions,
    includes,
  )
}

export async function remove(tx: Tx, { app, key }: Key): Promise<boolean> {
  return (await tx.run('delete from app_roles where app = ? and key = ?', app, key)) === 1
}

/** Returns the roles in an app that a person has now, for themselves and by groups. */
export async function listHeld(
  reader: Reader,
  { app, userId, groups, now }: { app: string; userId: string; groups: readonly string[]; now: number },
): Promise<string[]> {
  // A list without members is no SQL.
  const byGroups = groups.map(() => 'group_key = ?').join(' or ') || '1 = 0'
  const rows = await reader.all<{ role: string }>(
    `select role from person_roles where user_id = ? and app = ? and (until is null or until > ?)
     union select role from group_roles where (${byGroups}) and app = ? and (until is null or until > ?)`,
    userId,
    app,
    now,
    ...groups,
    app,
    now,
  )
  return rows.map(({ role }) => role)
}

export function listOfPerson(reader: Reader, userId: string): Promise<Holder[]> {
  return reader.all('select app, role, until from person_roles where user_id = ? order by app, role', userId)
}

export function listOfGroup(reader: Reader, groupKey: string): Promise<Holder[]> {
  return reader.all('select app, role, until from group_roles where group_key = ? order by app, role', groupKey)
}

/** Gives a role to a person, or changes until when they have it. */
export function putOnPerson(tx: Tx, userId: string, { app, role, until }: Holder): Promise<number> {
  return tx.run(
    `insert into person_roles (app, role, user_id, until, created_at) values (?, ?, ?, ?, ?)
     on conflict (user_id, app, role) do update set until = excluded.until`,
    app,
    role,
    userId,
    until,
    tx.now,
  )
}

/** Gives a role to a group, or changes until when it has it. */
export function putOnGroup(tx: Tx, groupKey: string, { app, role, until }: Holder): Promise<number> {
  return tx.run(
    `insert into group_roles (app, role, group_key, until, created_at) values (?, ?, ?, ?, ?)
     on conflict (group_key, app, role) do update set until = excluded.until`,
    app,
    role,
    groupKey,
    until,
    tx.now,
  )
}

/** Returns false if the person did not have the role for themselves. */
export async function removeFromPerson(tx: Tx, userId: string, { app, key }: Key): Promise<boolean> {
  return (await tx.run('delete from person_roles where user_id = ? and app = ? and role = ?', userId, app, key)) === 1
}

/** Returns false if the group did not have the role. */
export async function removeFromGroup(tx: Tx, groupKey: string, { app, key }: Key): Promise<boolean> {
  return (
    (await tx.run('delete from group_roles where group_key = ? and app = ? and role = ?', groupKey, app, key)) === 1
  )
}
