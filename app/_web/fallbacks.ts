import { requireActor } from '#app/_web/actor.ts'
import { readFallbacks } from '#server/second-factor/read.ts'
import { theWorld } from '#server/world.ts'

export type { Fallbacks } from '#server/second-factor/read.ts'

/** Which ways back in whoever is signed in has besides passkeys, and the address they go with. */
export async function ownFallbacks() {
  const actor = await requireActor()
  return { email: actor.email, ...(await readFallbacks(theWorld(), actor)) }
}
