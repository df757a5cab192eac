import { requireActor } from '#app/_web/actor.ts'
import { listPasskeys } from '#server/passkeys/list.ts'
import { theWorld } from '#server/world.ts'

export type { ShownPasskey } from '#server/passkeys/view.ts'

/** The passkeys of whoever is signed in. */
export async function ownPasskeys() {
  return listPasskeys(theWorld(), await requireActor())
}
