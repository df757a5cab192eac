import type { Reader, Tx } from '#db/engine/database.ts'

/** Marks a one-time token as spent. Returns false if it was spent before. */
export async function insert(tx: Tx, { id, forgetAt }: { id: string; forgetAt: number }): Promise<boolean> {
  return (await tx.run('insert into spent (id, forget_at) values (?, ?) on conflict do nothing', id, forgetAt)) === 1
}

/** Returns whether a one-time token is spent. */
export async function isSpent(reader: Reader, id: string): Promise<boolean> {
  return (await reader.get('select 1 from spent where id = ?', id)) !== undefined
}

/** Deletes at most `most` rows that are no longer needed. */
export function removeExpired(tx: Tx, most: number): Promise<number> {
  return tx.run('delete from spent where id in (select id from spent where forget_at <= ? limit ?)', tx.now, most)
}
