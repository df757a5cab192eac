import * as outbox from '#db/outbox.ts'
import { type ShownLetter, shownLetter } from '#server/mail/outbox/list.ts'
import type { World } from '#server/world.ts'

const MOST = 50

/**
 * The letters to one address, newest first, as the embedded mailbox will show them. Most tests deliver nothing, so a
 * letter is here from the moment it is due; one with a code that leaves later is not.
 */
export async function lettersTo(world: World, to: string): Promise<ShownLetter[]> {
  const { read } = world.transport
  if (!read) throw new Error('A mail provider sends the letters of this world.')
  const rows = await world.db.read((reader) => outbox.list(reader, { to, most: MOST }))
  const now = world.now()
  return rows
    .filter(({ dueAt, attempts, gathered }) => dueAt <= now || attempts > 0 || gathered === 1)
    .map((row) => shownLetter(row, read))
}

/** The newest letter to an address. Throws if there is none. */
export async function newestLetter(world: World, to: string): Promise<ShownLetter> {
  const [newest] = await lettersTo(world, to)
  if (!newest) throw new Error(`No letter to ${to}.`)
  return newest
}
