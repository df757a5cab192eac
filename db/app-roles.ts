import type { Reader, Tx } from '#db/engine/database.ts'

/** A role in an app. `permissions` and `includes` are JSON lists. */
export type AppRole = { app: string; key: string; name: string; permissions: string; includes: string }
type Key = Pick<AppRole, 'app' | 'key'>
/** A role that a person or a group has. `until` (epoch milliseconds): null if for good. */
type Held = { app: string; role: string; name: string; until: number | null }

const COLUMNS = 'app, key, name, permissions, includes'

/** The key of a role behind the key of its app. Neither has a slash. */
function idOf({ app, key }: Key): string {
  return `${app}/${key}`
}

export function list(reader: Reader): Promise<AppRole[]> {
  return reader.all(`select ${COLUMNS} from app_roles order by id`)
}

export function listOfApp(reader: Reader, app: string): Promise<AppRole[]> {
  return reader.all(`select ${COLUMNS} from app_roles where app = ?`, app)
}

export function find(reader: Reader, role: Key): Promise<AppRole | undefined> {
  return reader.get(`select ${COLUMNS} from app_roles where id = ?`, idOf(role))
}

/** Creates a role, or changes it. */
export function put(tx: Tx, { app, key, name, permissions, includes }: AppRole): Promise<number> {
  return tx.run(
    `insert into app_roles (id, app, key, name, permissions, includes) values (?, ?, ?, ?, ?, ?)
     on conflict (id) do update
       set name = excluded.name, permissions = excluded.permissions, includes = excluded.includes`,
    idOf({ app, key }),
    app,
    key,
    name,
    permissions,
    includes,
  )
}

export async function remove(tx: Tx, role: Key): Promise<boolean> {
  return (await tx.run('delete from app_roles where id = ?', idOf(role))) === 1
}

/**
 * Returns the keys of the roles in an app that a person has now, for themselves and by groups. `domain` is that of the
 * primary address.
 */
export async function listHeld(
  reader: Reader,
  { app, userId, domain, now }: { app: string; userId: string; domain: string; now: number },
): Promise<string[]> {
  const rows = await reader.all<{ key: string }>(
    `select app_roles.key as "key" from person_roles join app_roles on app_roles.id = person_roles.role
     where user_id = ? and app = ? and (until is null or until > ?)
     union
     select app_roles.key from group_roles join app_roles on app_roles.id = group_roles.role
     where group_key in (
         select group_key from members where user_id = ? and (members.until is null or members.until > ?)
         union select group_key from group_domains where domain = ?
       ) and app = ? and (group_roles.until is null or group_roles.until > ?)`,
    userId,
    app,
    now,
    userId,
    now,
    domain,
    app,
    now,
  )
  return rows.map(({ key }) => key)
}

export function listOfGroup(reader: Reader, groupKey: string): Promise<Held[]> {
  return reader.all(
    `select app, key as "role", name, until from group_roles join app_roles on app_roles.id = group_roles.role
     where group_key = ? order by group_roles.role`,
    groupKey,
  )
}

/** Returns who has a role for themselves, with their primary addresses. */
export function listPeople(reader: Reader, role: Key): Promise<{ id: string; email: string; until: number | null }[]> {
  return reader.all(
    `select person_roles.user_id as "id", emails.address as "email", until
     from person_roles join emails on emails.user_id = person_roles.user_id and emails.is_primary = 1
     where role = ?`,
    idOf(role),
  )
}

/** Returns until when a person has a role for themselves: null if for good, undefined if they do not have it. */
export async function findUntil(reader: Reader, userId: string, role: Key): Promise<number | null | undefined> {
  const row = await reader.get<{ until: number | null }>(
    'select until from person_roles where user_id = ? and role = ?',
    userId,
    idOf(role),
  )
  return row?.until
}

/** Returns the roles that a person has for themselves, also those that are over. */
export function listOfPerson(reader: Reader, userId: string): Promise<Held[]> {
  return reader.all(
    `select app, key as "role", name, until from person_roles join app_roles on app_roles.id = person_roles.role
     where user_id = ? order by person_roles.role`,
    userId,
  )
}

/** Returns the groups that have a role. */
export function listGroupsWith(
  reader: Reader,
  role: Key,
): Promise<{ key: string; name: string; until: number | null }[]> {
  return reader.all(
    `select groups.key as "key", groups.name as "name", until from group_roles
     join groups on groups.key = group_roles.group_key where role = ?`,
    idOf(role),
  )
}

/** Returns people who have a role for themselves with an id after `after`, with their primary addresses. */
export function listPeopleWith(
  reader: Reader,
  { after, most, ...role }: Key & { after: string; most: number },
): Promise<{ id: string; email: string; until: number | null }[]> {
  return reader.all(
    `select person_roles.user_id as "id", emails.address as "email", until
     from person_roles join emails on emails.user_id = person_roles.user_id and emails.is_primary = 1
     where role = ? and person_roles.user_id > ? order by person_roles.user_id limit ?`,
    idOf(role),
    after,
    most,
  )
}

type Given = Key & { until: number | null }

/** Gives a role to a person, or changes until when they have it. */
export function putOnPerson(tx: Tx, userId: string, { until, ...role }: Given): Promise<number> {
  return tx.run(
    `insert into person_roles (user_id, role, until, created_at) values (?, ?, ?, ?)
     on conflict (user_id, role) do update set until = excluded.until`,
    userId,
    idOf(role),
    until,
    tx.now,
  )
}

/** Gives a role to a group, or changes until when it has it. */
export function putOnGroup(tx: Tx, groupKey: string, { until, ...role }: Given): Promise<number> {
  return tx.run(
    `insert into group_roles (group_key, role, until, created_at) values (?, ?, ?, ?)
     on conflict (group_key, role) do update set until = excluded.until`,
    groupKey,
    idOf(role),
    until,
    tx.now,
  )
}

/** Returns false if the person did not have the role for themselves. */
export async function removeFromPerson(tx: Tx, userId: string, role: Key): Promise<boolean> {
  return (await tx.run('delete from person_roles where user_id = ? and role = ?', userId, idOf(role))) === 1
}

/** Returns false if the group did not have the role. */
export async function removeFromGroup(tx: Tx, groupKey: string, role: Key): Promise<boolean> {
  return (await tx.run('delete from group_roles where group_key = ? and role = ?', groupKey, idOf(role))) === 1
}
