import type { Tx } from '#db/engine/database.ts'

export type Count = { count: number; resetsAt: number }

/**
 * Counts one more in the current window (milliseconds) of a key. Opens a new window if the last one is over. A window
 * that ends later than now plus its own length was opened by a clock that was ahead, and is over.
 */
export async function count(tx: Tx, { key, window }: { key: string; window: number }): Promise<Count> {
  const counted = await tx.get<Count>(
    `insert into limits (key, count, resets_at) values (?, 1, ?)
     on conflict (key) do update set
       count = case when limits.resets_at <= ? or limits.resets_at > excluded.resets_at then 1 else limits.count + 1 end,
       resets_at = case when limits.resets_at <= ? or limits.resets_at > excluded.resets_at then excluded.resets_at
         else limits.resets_at end
     returning limits.count, limits.resets_at as "resetsAt"`,
    key,
    tx.now + window,
    tx.now,
    tx.now,
  )
  if (!counted) throw new Error('Counting a limit returned no row.')
  return counted
}

export function remove(tx: Tx, key: string): Promise<number> {
  return tx.run('delete from limits where key = ?', key)
}

/** Deletes at most `most` windows that are over. */
export function removeExpired(tx: Tx, most: number): Promise<number> {
  return tx.run('delete from limits where key in (select key from limits where resets_at <= ? limit ?)', tx.now, most)
}
