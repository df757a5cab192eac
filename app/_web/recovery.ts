import { requireActor } from '#app/_web/actor.ts'
import { readRecovery } from '#server/recoveries/read.ts'
import { theWorld } from '#server/world.ts'

export type { RecoveryState } from '#server/recoveries/state.ts'

/** Where a recovery of the account of whoever is signed in stands. */
export async function ownRecovery() {
  return readRecovery(theWorld(), await requireActor())
}

/** How long a recovery waits, in milliseconds. */
export function recoveryDelay(): number {
  return theWorld().config.recoveryDelay
}
