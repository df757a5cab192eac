import * as outbox from '#db/outbox.ts'
import { AppError } from '#server/errors.ts'
import type { RenderedLetter } from '#server/mail-transport.ts'
import type { OutboxRow } from '#db/outbox.ts'
import type { World } from '#server/world.ts'

const MOST = 50

export type ShownLetter = RenderedLetter & { id: string; to: string; letter: string; at: number }

/**
 * Returns the newest letters of the embedded mailbox, rendered. Refuses with `not_found` if a mail provider sends the
 * letters.
 */
export async function listLetters(world: World, { to }: { to?: string }): Promise<ShownLetter[]> {
  const { read } = world.transport
  if (!read) throw new AppError('not_found')
  const rows = await world.db.read((reader) => outbox.list(reader, { to: to || undefined, most: MOST }))
  const now = world.now()
  return rows
    .filter((row) => isOut(row, now))
    .map((row) => ({
      id: row.id,
      to: row.recipient,
      letter: row.letter,
      at: row.createdAt,
      ...read(row),
    }))
}

/** Returns whether a letter may be read: one with a code that leaves later may not. */
function isOut({ dueAt, attempts, gathered }: OutboxRow, now: number): boolean {
  return dueAt <= now || attempts > 0 || gathered === 1
}
