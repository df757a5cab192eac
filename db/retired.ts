import type { Reader, Tx, Value } from '#db/engine/database.ts'

export type RetiredKind = 'passkey' | 'totp' | 'backup_codes' | 'password' | 'email'

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
  retiredAt: number
}

const COLUMNS = 'id, user_id as "userId", kind, name, kept, cause, retired_at as "retiredAt"'

/** The table of each kind, and what it is found by in addition to its person. */
const TABLES: Record<RetiredKind, { table: string; name: string }> = {
  passkey: { table: 'passkeys', name: 'credential_id' },
  totp: { table: 'totp', name: `''` },
  backup_codes: { table: 'backup_codes', name: `''` },
  password: { table: 'passwords', name: `''` },
  email: { table: 'emails', name: 'canonical' },
}

type Which = { userId: string; kind: RetiredKind; name?: string; cause: Retired['cause'] }

/** Moves a live row out of its table. Returns the id it is kept under, and undefined if there is none. */
export async function retire(tx: Tx, { userId, kind, name = '', cause }: Which): Promise<string | undefined> {
  const { table, name: column } = TABLES[kind]
  const rows = await tx.all(`delete from ${table} where user_id = ? and ${column} = ? returning *`, userId, name)
  if (rows.length === 0) return undefined
  const id = tx.newId()
  await tx.run(
    'insert into retired (id, user_id, kind, name, kept, cause, retired_at) values (?, ?, ?, ?, ?, ?, ?)',
    id,
    userId,
    kind,
    name,
    JSON.stringify(rows),
    cause,
    tx.now,
  )
  return id
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

/** Deletes at most `most` rows that were taken away before a time. */
export function removeOld(tx: Tx, { before, most }: { before: number; most: number }): Promise<number> {
  return tx.run('delete from retired where id in (select id from retired where retired_at <= ? limit ?)', before, most)
}
