import * as emails from '#db/emails.ts'
import type { Actor } from '#server/actor.ts'
import { KEPT_FOR, listKept } from '#server/custody/retire.ts'
import { emailSettlesAt } from '#server/custody/email-age.ts'
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

export function shownEmail(email: emails.Email): ShownEmail {
  const { id, address, isPrimary, createdAt } = email
  return { id, address, primary: isPrimary === 1, createdAt, recoversAt: emailSettlesAt(email) }
}

/** An address that was removed in the last seven days. Times are epoch milliseconds. */
export type RemovedEmail = { id: string; address: string; removedAt: number; until: number }

/** Returns the addresses that a touch can bring back. */
export async function listRemovedEmails(world: World, { userId }: Actor): Promise<RemovedEmail[]> {
  const kept = await world.db.read((reader) => listKept(reader, userId, world.now()))
  return kept
    .filter(({ kind }) => kind === 'email')
    .map(({ id, kept: row, retiredAt }) => ({
      id,
      address: emails.fromKept(row),
      removedAt: retiredAt,
      until: retiredAt + KEPT_FOR,
    }))
}
