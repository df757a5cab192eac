import type { Reader, Tx } from '#db/engine/database.ts'

export type Group = { key: string; name: string }
/** A member by name. `until` (epoch milliseconds): null if for good. */
export type Member = { id: string; email: string; until: number | null }

/** Returns every group, with the number of its members by name, counted up to `most`. */
export function list(reader: Reader, most: number): Promise<(Group & { members: number })[]> {
  return reader.all(
    `select key, name, (
       select count(*) from (select 1 from members where group_key = groups.key limit ?) as counted
     ) as "members" from groups order by key`,
    most,
  )
}

export function find(reader: Reader, key: string): Promise<Group | undefined> {
  return reader.get('select key, name from groups where key = ?', key)
}

export async function count(reader: Reader): Promise<number> {
  return Number((await reader.get<{ count: number }>('select count(*) as "count" from groups'))?.count)
}

/** Creates a group, or gives it another name. */
export function put(tx: Tx, { key, name }: Group): Promise<number> {
  return tx.run(
    `insert into groups (key, name, created_at) values (?, ?, ?)
     on conflict (key) do update set name = excluded.name`,
    key,
    name,
    tx.now,
  )
}

export async function remove(tx: Tx, key: string): Promise<boolean> {
  return (await tx.run('delete from groups where key = ?', key)) === 1
}

/** Returns every domain whose people belong to a group. */
export function listDomains(reader: Reader): Promise<{ domain: string; groupKey: string }[]> {
  return reader.all('select domain, group_key as "groupKey" from group_domains order by group_key, domain')
}

/** Returns the domains whose people belong to one group. */
export async function listDomainsOf(reader: Reader, key: string): Promise<string[]> {
  const rows = await reader.all<{ domain: string }>(
    'select domain from group_domains where group_key = ? order by domain',
    key,
  )
  return rows.map(({ domain }) => domain)
}

/** Replaces the domains of a group. */
export async function setDomains(tx: Tx, key: string, domains: readonly string[]): Promise<void> {
  await tx.run('delete from group_domains where group_key = ?', key)
  for (const domain of domains) await tx.run('insert into group_domains (domain, group_key) values (?, ?)', domain, key)
}

/** Returns the keys of the groups that a person belongs to now, by name or by the domain of the primary address. */
export async function listKeysOf(
  reader: Reader,
  { userId, domain, now }: { userId: string; domain: string; now: number },
): Promise<string[]> {
  const rows = await reader.all<{ key: string }>(
    `select group_key as "key" from members where user_id = ? and (until is null or until > ?)
     union select group_key from group_domains where domain = ?`,
    userId,
    now,
    domain,
  )
  return rows.map(({ key }) => key)
}

/** Returns the groups that a person belongs to by name, also those where that is over. */
export function listOfPerson(reader: Reader, userId: string): Promise<(Group & { until: number | null })[]> {
  return reader.all(
    `select key, name, until from members join groups on groups.key = members.group_key
     where user_id = ? order by members.group_key`,
    userId,
  )
}

/** Returns the groups that people with a primary address at a domain belong to. */
export function listOfDomain(reader: Reader, domain: string): Promise<Group[]> {
  return reader.all(
    `select key, name from group_domains join groups on groups.key = group_domains.group_key
     where domain = ? order by group_domains.group_key`,
    domain,
  )
}

/** Returns how many members a group has by name, counted up to `most`. */
export async function countMembers(reader: Reader, { key, most }: { key: string; most: number }): Promise<number> {
  const row = await reader.get<{ count: number }>(
    'select count(*) as "count" from (select 1 from members where group_key = ? limit ?) as counted',
    key,
    most,
  )
  return Number(row?.count)
}

/** Returns members by name with an id after `after`, with their primary addresses. */
export function listMembers(
  reader: Reader,
  { key, after, most }: { key: string; after: string; most: number },
): Promise<Member[]> {
  return reader.all(
    `select members.user_id as "id", emails.address as "email", until
     from members join emails on emails.user_id = members.user_id and emails.is_primary = 1
     where group_key = ? and members.user_id > ? order by members.user_id limit ?`,
    key,
    after,
    most,
  )
}

/** Returns until when a person is a member by name: null if for good, undefined if they are none. */
export async function findUntil(
  reader: Reader,
  { key, userId }: { key: string; userId: string },
): Promise<number | null | undefined> {
  const row = await reader.get<{ until: number | null }>(
    'select until from members where group_key = ? and user_id = ?',
    key,
    userId,
  )
  return row?.until
}

/** Makes a person a member, or changes until when they are. */
export function putMember(
  tx: Tx,
  { key, userId, until }: { key: string; userId: string; until: number | null },
): Promise<number> {
  return tx.run(
    `insert into members (group_key, user_id, until, created_at) values (?, ?, ?, ?)
     on conflict (group_key, user_id) do update set until = excluded.until`,
    key,
    userId,
    until,
    tx.now,
  )
}

/** Returns false if the person was no member by name. */
export async function removeMember(tx: Tx, { key, userId }: { key: string; userId: string }): Promise<boolean> {
  return (await tx.run('delete from members where group_key = ? and user_id = ?', key, userId)) === 1
}
