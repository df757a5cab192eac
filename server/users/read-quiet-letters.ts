import type { Actor } from '#server/actor.ts'
import { type QuietLetter, quietLetters } from '#server/mail/quiet-letters.ts'
import type { World } from '#server/world.ts'

/** Returns the letters that the actor turned off. */
export function readQuietLetters(world: World, { userId }: Actor): Promise<QuietLetter[]> {
  return world.db.read((reader) => quietLetters(reader, userId))
}
