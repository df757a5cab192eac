import type { Reader, Tx } from '#db/engine/database.ts'

export type Guesses = { inRound: number; inARow: number; blockedUntil: number }

/**
 * Counts one guess before it is verified, in one statement. The last guess of a round starts the pause (milliseconds).
 * Returns undefined during a pause.
 */
export function count(
  tx: Tx,
  { userId, round, pause }: { userId: string; round: number; pause: number },
): Promise<Guesses | undefined> {
  return tx.get(
    `insert into guesses (user_id, in_round, in_a_row, blocked_until) values (?, 1, 1, 0)
     on conflict (user_id) do update set
       in_round = case when in_round >= ? then 1 else in_round + 1 end,
       in_a_row = in_a_row + 1,
       blocked_until = case when in_round + 1 = ? then ? else 0 end
     where blocked_until <= ?
     returning in_round as "inRound", in_a_row as "inARow", blocked_until as "blockedUntil"`,
    userId,
    round,
    round,
    tx.now + pause,
    tx.now,
  )
}

export function find(reader: Reader, userId: string): Promise<Guesses | undefined> {
  return reader.get(
    'select in_round as "inRound", in_a_row as "inARow", blocked_until as "blockedUntil" from guesses where user_id = ?',
    userId,
  )
}

/** Resets the count after a correct code. */
export function reset(tx: Tx, userId: string): Promise<number> {
  return tx.run('delete from guesses where user_id = ?', userId)
}
