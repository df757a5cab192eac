import type { Reader, Tx } from '#db/engine/database.ts'

export type Email = {
  id: string
  userId: string
  address: string
  /** The owner's name; empty without one. */
  name: string
  /** When the name was set; null if that is long ago. */
  namedAt: number | null
  /** The owner's language. */
  language: string
  canonical: string
  isPrimary: 0 | 1
  createdAt: number
  /** When the account was made, which decides when the address settles. */
  accountCreatedAt: number
}

const COLUMNS = `id, user_id as "userId", address, (select name from users where users.id = emails.user_id) as name, (select named_at from users where users.id = emails.user_id) as "namedAt", (select language from users where users.id = emails.user_id) as language, canonical,
  is_primary as "isPrimary", created_at as "createdAt", (select created_at from users where users.id = emails.user_id) as "accountCreatedAt"`

export function findByCanonical(reader: Reader, canonical: string): Promise<Email | undefined> {
  return reader.get(`select ${COLUMNS} from emails where canonical = ?`, canonical)
}

/** Returns an address by its id if it is this person's. */
export function find(reader: Reader, { id, userId }: { id: string; userId: string }): Promise<Email | undefined> {
  return reader.get(`select ${COLUMNS} from emails where id = ? and user_id = ?`, id, userId)
}

/** Returns the person's addresses, the primary one first, then by age. */
export function list(reader: Reader, userId: string): Promise<Email[]> {
  return reader.all(`select ${COLUMNS} from emails where user_id = ? order by is_primary desc, created_at, id`, userId)
}

/** Returns the person's primary address. An index of its own has it, so the row is not read. */
export function findPrimary(reader: Reader, userId: string): Promise<{ address: string } | undefined> {
  return reader.get('select address from emails where user_id = ? and is_primary = 1', userId)
}

type NewEmail = { userId: string; address: string; canonical: string; isPrimary: boolean; createdAt?: number }

/** Inserts a verified address. Returns false if an account already has it. */
export async function insert(tx: Tx, { userId, address, canonical, isPrimary, createdAt }: NewEmail): Promise<boolean> {
  const changed = await tx.run(
    `insert into emails (id, user_id, address, canonical, is_primary, created_at) values (?, ?, ?, ?, ?, ?)
     on conflict (canonical) do nothing`,
    tx.newId(),
    userId,
    address,
    canonical,
    isPrimary ? 1 : 0,
    createdAt ?? tx.now,
  )
  return changed === 1
}

/** Makes one of the person's addresses the primary one, instead of the former one. */
export async function promote(tx: Tx, { userId, canonical }: { userId: string; canonical: string }): Promise<boolean> {
  await tx.run('update emails set is_primary = 0 where user_id = ? and is_primary = 1', userId)
  return (await tx.run('update emails set is_primary = 1 where user_id = ? and canonical = ?', userId, canonical)) === 1
}

/** Removes one of the person's addresses and returns it. */
export function remove(
  tx: Tx,
  { userId, canonical }: { userId: string; canonical: string },
): Promise<Email | undefined> {
  return tx.get(`delete from emails where user_id = ? and canonical = ? returning ${COLUMNS}`, userId, canonical)
}

/** Removes the addresses that were added at a time or later, but for the primary one. */
export function removeSince(tx: Tx, { userId, since }: { userId: string; since: number }): Promise<number> {
  return tx.run('delete from emails where user_id = ? and created_at >= ? and is_primary = 0', userId, since)
}

/** Returns the address in a row of this table that was kept as JSON. */
export function fromKept(kept: string): string {
  // `retire` wrote it.
  const [row] = JSON.parse(kept) as { address: string }[]
  return row?.address ?? ''
}
