import type { Reader, Tx } from '#db/engine/database.ts'

export type BackupCode = { selector: string; hash: string; createdAt: number }

/** Returns an unused code by its selector. */
export function findUnused(
  reader: Reader,
  { userId, selector }: { userId: string; selector: string },
): Promise<BackupCode | undefined> {
  return reader.get(
    'select selector, hash, created_at as "createdAt" from backup_codes where user_id = ? and selector = ? and used_at is null',
    userId,
    selector,
  )
}

/** Returns how many codes are left, and when the set was created. */
export async function count(
  reader: Reader,
  userId: string,
): Promise<{ remaining: number; createdAt: number | undefined }> {
  const row = await reader.get<{ remaining: number; createdAt: number | null }>(
    'select sum(case when used_at is null then 1 else 0 end) as "remaining", max(created_at) as "createdAt" from backup_codes where user_id = ?',
    userId,
  )
  return { remaining: row?.remaining ?? 0, createdAt: row?.createdAt ?? undefined }
}

/** Replaces all codes of a person with a new set. */
export async function replaceAll(tx: Tx, userId: string, codes: { selector: string; hash: string }[]): Promise<void> {
  await removeAll(tx, userId)
  for (const { selector, hash } of codes) {
    await tx.run(
      'insert into backup_codes (user_id, selector, hash, created_at) values (?, ?, ?, ?)',
      userId,
      selector,
      hash,
      tx.now,
    )
  }
}

/** Marks a code as used. Returns false if it was used or replaced. */
export async function use(
  tx: Tx,
  { userId, selector, hash }: { userId: string; selector: string; hash: string },
): Promise<boolean> {
  const changed = await tx.run(
    'update backup_codes set used_at = ? where user_id = ? and selector = ? and hash = ? and used_at is null',
    tx.now,
    userId,
    selector,
    hash,
  )
  return changed === 1
}

/** Removes the codes that were made at a time or later. */
export function removeSince(tx: Tx, { userId, since }: { userId: string; since: number }): Promise<number> {
  return tx.run('delete from backup_codes where user_id = ? and created_at >= ?', userId, since)
}

function removeAll(tx: Tx, userId: string): Promise<number> {
  return tx.run('delete from backup_codes where user_id = ?', userId)
}

/** Returns the unused codes that were taken away, from the rows of this table that were kept of them. */
export function fromKept(kept: string): BackupCode[] {
  // `retire` wrote them.
  const rows = JSON.parse(kept) as { selector: string; hash: string; created_at: number; used_at: number | null }[]
  return rows
    .filter(({ used_at }) => used_at === null)
    .map(({ selector, hash, created_at }) => ({ selector, hash, createdAt: created_at }))
}
