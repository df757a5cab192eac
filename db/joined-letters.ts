import type { Tx } from '#db/engine/database.ts'

/** A letter that several requests share, and when it leaves (epoch milliseconds). */
export type JoinedLetter = { letterId: string; leavesAt: number }

/**
 * Joins the letter of a key that has not left. If there is none, it names the next one, which leaves `gap` milliseconds
 * after the last one, or now if that is past. A time further ahead than the gap is not believed: the clock was set back.
 * Returns the letter and whether it is new.
 */
export async function join(
  tx: Tx,
  { key, gap }: { key: string; gap: number },
): Promise<JoinedLetter & { isNew: boolean }> {
  const id = tx.newId()
  const joined = await tx.get<JoinedLetter>(
    `insert into joined_letters (key, letter_id, leaves_at) values (?, ?, ?)
     on conflict (key) do update set
       letter_id = case when joined_letters.leaves_at between ? and ? then joined_letters.letter_id
         else excluded.letter_id end,
       leaves_at = case when joined_letters.leaves_at between ? and ? then joined_letters.leaves_at
         when joined_letters.leaves_at between ? and ? then joined_letters.leaves_at + ?
         else excluded.leaves_at end
     returning letter_id as "letterId", leaves_at as "leavesAt"`,
    key,
    id,
    tx.now,
    tx.now,
    tx.now + gap,
    tx.now,
    tx.now + gap,
    tx.now - gap,
    tx.now,
    gap,
  )
  if (!joined) throw new Error('Joining a letter returned no row.')
  return { ...joined, isNew: joined.letterId === id }
}

/** Deletes at most `most` rows whose letter left before a time. */
export function removeOld(tx: Tx, { before, most }: { before: number; most: number }): Promise<number> {
  return tx.run(
    'delete from joined_letters where key in (select key from joined_letters where leaves_at < ? limit ?)',
    before,
    most,
  )
}
