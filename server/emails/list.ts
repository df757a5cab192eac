import * as emails from '#db/emails.ts'
import type { Actor } from '#server/actor.ts'
import type { World } from '#server/world.ts'

/** An address as its owner sees it. Times are epoch milliseconds. */
export type ShownEmail = {
  id: string
  address: string
  primary: boolean
  createdAt: number
  /** The time from which it can recover the account. */
  recoversAt: number
}

/** Returns the actor's addresses, the primary one first. */
export async function listEmails(world: World, actor: Actor): Promise<ShownEmail[]> {
  return (await world.db.read((reader) => emails.list(reader, actor.userId))).map(shownEmail)
}

export function shownEmail({ id, address, isPrimary, createdAt, recoversAt }: emails.Email): ShownEmail {
  return { id, address, primary: isPrimary === 1, createdAt, recoversAt }
}
