import type { Reader, Tx } from '#db/engine/database.ts'

export type Password = { userId: string; hash: string; setAt: number }

export function find(reader: Reader, userId: string): Promise<Password | undefined> {
  return reader.get('select user_id as "userId", hash, set_at as "setAt" from passwords where user_id = ?', userId)
}

export function put(tx: Tx, { userId, hash }: { userId: string; hash: string }): Promise<number> {
  return tx.run(
    `insert into passwords (user_id, hash, set_at) values (?, ?, ?)
     on conflict (user_id) do update set hash = excluded.hash, set_at = excluded.set_at`,
    userId,
    hash,
    tx.now,
  )
}

/** Replaces the hash of the same password, unless another password was set since. */
export function rehash(
  tx: Tx,
  { userId, hash, before }: { userId: string; hash: string; before: string },
): Promise<number> {
  return tx.run('update passwords set hash = ? where user_id = ? and hash = ?', hash, userId, before)
}

/** Removes the password if it was set at a time or later. */
export function removeSince(tx: Tx, { userId, since }: { userId: string; since: number }): Promise<number> {
  return tx.run('delete from passwords where user_id = ? and set_at >= ?', userId, since)
}
