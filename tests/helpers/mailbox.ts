import { listLetters, type ShownLetter } from '#server/mail/outbox/list.ts'
import type { World } from '#server/world.ts'

/** The letters to one address, newest first, as the embedded mailbox shows them. */
export function lettersTo(world: World, to: string): Promise<ShownLetter[]> {
  return listLetters(world, { to })
}

/** The newest letter to an address. Throws if there is none. */
export async function newestLetter(world: World, to: string): Promise<ShownLetter> {
  const [newest] = await lettersTo(world, to)
  if (!newest) throw new Error(`No letter to ${to}.`)
  return newest
}
