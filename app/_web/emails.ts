import { requireActor } from '#app/_web/actor.ts'
import { listEmails } from '#server/emails/list.ts'
import { theWorld } from '#server/world.ts'

export type { ShownEmail } from '#server/emails/list.ts'

/** The addresses of whoever is signed in, the primary one first. */
export async function ownEmails() {
  return listEmails(theWorld(), await requireActor())
}
