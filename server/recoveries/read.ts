import * as recoveries from '#db/recoveries.ts'
import type { Actor } from '#server/actor.ts'
import { type RecoveryState, stateOf } from '#server/recoveries/state.ts'
import type { World } from '#server/world.ts'

/**
 * Returns the state of the recovery of the actor's account that is ready first, for the banner that every page of a signed-in person shows.
 */
export async function readRecovery(world: World, actor: Actor): Promise<RecoveryState> {
  return stateOf(
    await world.db.read((reader) => recoveries.findFirstLive(reader, actor.userId, world.now())),
    world.now(),
  )
}
