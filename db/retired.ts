import type { Reader, Tx, Value } from '#db/engine/database.ts'

export type RetiredKind = 'passkey' | 'totp' | 'backup_codes' | 'password' | 'email'

/** A kind of way in. */
export type WayKind = Exclude<RetiredKind, 'email'>

/** Something that was taken away and is kept for a while. */
export type Retired = {
  id: string
  userId: string
  kind: RetiredKind
  /** A passkey's credential id, an address as it is compared. */
  name: string
  /** Its rows, as JSON. */
  kept: string
  cause: 'recovery' | 'removed'
  /** 1: it cannot take itself back. */
  final: 0 | 1
  retiredAt: number
}

const COLUMNS = 'id, user_id as "userId", kind, name, kept, cause, final, retired_at as "retiredAt"'

/** The table of each kind, what it is found by in addition to its person, and when it was bound. */
const TABLES: Record<RetiredKind, { table: string; name: string; boundAt: string }> = {
  passkey: { table: 'passkeys', name: 'credential_id', boundAt: 'created_at' },
  totp: { table: 'totp', name: `''`, boundAt: 'created_at' },
  backup_codes: { table: 'backup_codes', name: `''`, boundAt: 'created_at' },
  password: { table: 'passwords', name: `''`, boundAt: 'set_at' },
  email: { table: 'emails', name: 'canonical', boundAt: 'created_at' },
}

/** What is taken away: `name` is a passkey's credential id, or an address as it is compared. */
export type Which = { userId: string; kind: RetiredKind; name?: string; cause: Retired['cause'] }

/**
 * Deletes a live row, and keeps it if `isKept` says so of the time at which it was bound. Returns whether it is kept, and
 * undefined if there was none.
 */
export async function retire(
  tx: Tx,
  { userId, kind, name = '', cause }: Which,
  isKept: (boundAt: number) => boolean,
): Promise<boolean | undefined> {
  const { table, name: column, boundAt } = TABLES[kind]
  const rows = await tx.all<Record<string, Value>>(
    `delete from ${table} where user_id = ? and ${column} = ? returning *`,
    userId,
    name,
  )
  if (rows.length === 0) return undefined
  if (!isKept(Math.max(...rows.map((row) => Number(row[boundAt]))))) return false
  await tx.run(
    'insert into retired (id, user_id, kind, name, kept, cause, retired_at) values (?, ?, ?, ?, ?, ?, ?)',
    tx.newId(),
    userId,
    kind,
    name,
    JSON.stringify(rows),
    cause,
    tx.now,
  )
  return true
}

/** Marks what was taken away after a time as removed for good. Returns false if it is not kept, or was already. */
export async function removeForGood(
  tx: Tx,
  { id, userId, after }: { id: string; userId: string; after: number },
): Promise<boolean> {
  const changed = await tx.run(
    'update retired set final = 1 where id = ? and user_id = ? and retired_at > ? and final = 0',
    id,
    userId,
    after,
  )
  return changed === 1
}

/** Moves it back. Returns false if it is not kept any more, or something else is in its place. */
export async function bringBack(tx: Tx, { id, userId }: { id: string; userId: string }): Promise<boolean> {
  const kept = await tx.get<Retired>(
    `delete from retired where id = ? and user_id = ? returning ${COLUMNS}`,
    id,
    userId,
  )
  if (!kept) return false
  const { table } = TABLES[kept.kind]
  let written = 0
  // `retire` wrote them from rows of the same table.
  for (const row of JSON.parse(kept.kept) as Record<string, Value>[]) {
    const columns = Object.keys(row)
    written += await tx.run(
      `insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')}) on conflict do nothing`,
      ...Object.values(row),
    )
  }
  return written > 0
}

/** Returns what is kept of a person and was taken away after a time, oldest first. */
export function list(reader: Reader, { userId, after }: { userId: string; after: number }): Promise<Retired[]> {
  return reader.all(
    `select ${COLUMNS} from retired where user_id = ? and retired_at > ? order by retired_at, id`,
    userId,
    after,
  )
}

/** Returns a passkey that was taken away after a time, by its credential id. */
export function findPasskey(
  reader: Reader,
  { credentialId, after }: { credentialId: string; after: number },
): Promise<Retired | undefined> {
  return reader.get(
    `select ${COLUMNS} from retired where kind = 'passkey' and name = ? and retired_at > ?`,
    credentialId,
    after,
  )
}

/** Returns the address that was taken away last after a time, by the form in which addresses are compared. */
export function findEmail(
  reader: Reader,
  { canonical, after }: { canonical: string; after: number },
): Promise<Retired | undefined> {
  return reader.get(
    `select ${COLUMNS} from retired where kind = 'email' and name = ? and retired_at > ? order by retired_at desc limit 1`,
    canonical,
    after,
  )
}

/** Moves the end of what was taken away after a time: `by` milliseconds later, or earlier if it is negative. */
export function postpone(
  tx: Tx,
  { userId, after, by }: { userId: string; after: number; by: number },
): Promise<number> {
  return tx.run(
    'update retired set retired_at = retired_at + ? where user_id = ? and retired_at > ?',
    by,
    userId,
    after,
  )
}

/** Deletes at most `most` rows that were taken away before a time. */
export function removeOld(tx: Tx, { before, most }: { before: number; most: number }): Promise<number> {
  return tx.run('delete from retired where id in (select id from retired where retired_at <= ? limit ?)', before, most)
}
