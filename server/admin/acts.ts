import type { Tx } from '#db/engine/database.ts'
import { sha256 } from '#server/crypto/keys.ts'
import { AppError } from '#server/errors.ts'

/** Refuses with `invalid_input` a time that is over. */
export function requireFuture(tx: Tx, until: number | undefined): void {
  if (until !== undefined && until <= tx.now) throw new AppError('invalid_input', { reason: 'untilIsPast' })
}

/** Refuses with `conflict` one more of something of which there are enough. */
export function requireRoom(count: number, most: number): void {
  if (count >= most) throw new AppError('conflict', { reason: 'tooMany', numbers: { most } })
}

/** Returns what a touch is for that changes something: it fits what the administrator saw, and nothing else. */
export function contentOf(...parts: unknown[]): string {
  return sha256(JSON.stringify(parts))
}
