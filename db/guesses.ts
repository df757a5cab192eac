import type { Reader, Tx } from '#db/engine/database.ts'

/** The kind of a code. Each has a count of its own. */
export type GuessedKind = 'totp' | 'backup_code'
export type Guesses = { inRound: number; inARow: number; blockedUntil: number }

type Guessed = { userId: string; kind: GuessedKind }

const COLUMNS = 'in_round as "inRound", in_a_row as "inARow", blocked_until as "blockedUntil"'

/**
 * Counts one guess at sign-in before it is verified, in one statement. The last guess of a round starts the pause
 * (milliseconds). Returns undefined during a pause. A pause that ends later than now plus its own length was started by
 * a clock that was ahead, and is over.
 */
export function count(
  tx: Tx,
  { userId, kind, round, pause }: Guessed & { round: number; pause: number },
): Promise<Guesses | undefined> {
  return tx.get(
    `insert into guesses (user_id, kind, in_round, in_a_row, blocked_until) values (?, ?, 1, 1, 0)
     on conflict (user_id, kind) do update set
       in_round = case when guesses.in_round >= ? then 1 else guesses.in_round + 1 end,
       in_a_row = guesses.in_a_row + 1,
       blocked_until = case when guesses.in_round + 1 = ? then cast(? as bigint) else 0 end
     where guesses.blocked_until <= ? or guesses.blocked_until > ?
     returning ${COLUMNS}`,
    userId,
    kind,
    round,
    round,
    tx.now + pause,
    tx.now,
    tx.now + pause,
  )
}

/**
 * Counts one guess in a session before it is verified, and returns how many there were in a row. It neither starts nor
 * ends a pause at sign-in.
 */
export async function countInSession(tx: Tx, { userId, kind }: Guessed): Promise<number> {
  const counted = await tx.get<{ inARow: number }>(
    `insert into guesses (user_id, kind, in_round, in_a_row, blocked_until) values (?, ?, 0, 1, 0)
     on conflict (user_id, kind) do update set in_a_row = guesses.in_a_row + 1
     returning in_a_row as "inARow"`,
    userId,
    kind,
  )
  if (!counted) throw new Error('Counting a guess returned no row.')
  return counted.inARow
}

export function find(reader: Reader, { userId, kind }: Guessed): Promise<Guesses | undefined> {
  return reader.get(`select ${COLUMNS} from guesses where user_id = ? and kind = ?`, userId, kind)
}

/** Resets the count of one kind after a correct code of that kind. */
export function reset(tx: Tx, { userId, kind }: Guessed): Promise<number> {
  return tx.run('delete from guesses where user_id = ? and kind = ?', userId, kind)
}

/** Ends the row of wrong codes, but no pause at sign-in. */
export function endRow(tx: Tx, { userId, kind }: Guessed): Promise<number> {
  return tx.run('update guesses set in_a_row = 0 where user_id = ? and kind = ?', userId, kind)
}

/** Resets the counts of every kind of code of a person. */
export function resetAll(tx: Tx, userId: string): Promise<number> {
  return tx.run('delete from guesses where user_id = ?', userId)
}
