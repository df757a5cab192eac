import { requireActor } from '#app/_web/actor.ts'
import { readCheckUp } from '#server/check-up/read.ts'
import { theWorld } from '#server/world.ts'

export type { Loss, NextStep } from '#server/check-up/rule.ts'

/** What would happen to the account of whoever is signed in if something were lost, and the step that helps most. */
export async function ownCheckUp() {
  return readCheckUp(theWorld(), await requireActor())
}
