import * as outbox from '#db/outbox.ts'
import { AppError } from '#server/errors.ts'
import type { RenderedLetter } from '#server/mail-transport.ts'
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
  return rows.map((row) => ({
    id: row.id,
    to: row.recipient,
    letter: row.letter,
    at: row.createdAt,
    ...read(row),
  }))
}
