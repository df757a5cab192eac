import type { Reader, Tx } from '#db/engine/database.ts'

export type Email = { id: string; userId: string; address: string; canonical: string; isPrimary: 0 | 1; createdAt: number }

const COLUMNS = 'id, user_id as "userId", address, canonical, is_primary as "isPrimary", created_at as "createdAt"'

export function findByCanonical(reader: Reader, canonical: string): Promise<Email | undefined> {
  return reader.get(`select ${COLUMNS} from emails where canonical = ?`, canonical)
}

/** The person's addresses, the primary one first, then by age. */
export function list(reader: Reader, userId: string): Promise<Email[]> {
  return reader.all(`select ${COLUMNS} from emails where user_id = ? order by is_primary desc, created_at, id`, userId)
}

export function findPrimary(reader: Reader, userId: string): Promise<Email | undefined> {
  return reader.get(`select ${COLUMNS} from emails where user_id = ? and is_primary = 1`, userId)
}

type NewEmail = { userId: string; address: string; canonical: string; isPrimary: boolean }

/** Adds a verified address, and tells whether it was free. */
export async function insert(tx: Tx, { userId, address, canonical, isPrimary }: NewEmail): Promise<boolean> {
  const changed = await tx.run(
    'insert into emails (id, user_id, address, canonical, is_primary, created_at) values (?, ?, ?, ?, ?, ?) on conflict (canonical) do nothing',
    tx.newId(),
    userId,
    address,
    canonical,
    isPrimary ? 1 : 0,
    tx.now,
  )
  return changed === 1
}
