import { requireActor } from '#app/_web/actor.ts'
import { readAccount } from '#server/users/read.ts'
import { theWorld } from '#server/world.ts'

/** The account of whoever is signed in. */
export async function ownAccount() {
  const { user } = await readAccount(theWorld(), await requireActor())
  return user
}
