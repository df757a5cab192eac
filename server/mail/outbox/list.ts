import * as outbox from '#db/outbox.ts'
import { readAddress } from '#server/addresses/address.ts'
import { AppError } from '#server/errors.ts'
import type { RenderedLetter } from '#server/mail-transport.ts'
import type { OutboxRow } from '#db/outbox.ts'
import type { World } from '#server/world.ts'

const MOST = 50

export type ShownLetter = RenderedLetter & { id: string; to: string; letter: string; at: number }

/**
 * Returns the newest letters that the embedded mailbox has accepted, rendered. Reads `to` as a person may type it.
 * Refuses with `not_found` if a mail provider sends the letters.
 */
export async function listLetters(world: World, { to }: { to?: string }): Promise<ShownLetter[]> {
  const { read } = world.transport
  if (!read) throw new AppError('not_found')
  const typed = to?.trim()
  const recipient = typed ? (readAddress(typed)?.address ?? typed) : undefined
  const rows = await world.db.read((reader) => outbox.list(reader, { to: recipient, most: MOST }))
  return rows.filter(({ acceptedAt }) => acceptedAt !== null).map((row) => shownLetter(row, read))
}

/** Returns a letter as the mailbox shows it. */
export function shownLetter(row: OutboxRow, read: (row: OutboxRow) => RenderedLetter): ShownLetter {
  return { id: row.id, to: row.recipient, letter: row.letter, at: row.createdAt, ...read(row) }
}
