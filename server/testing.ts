import type { Visitor } from '#server/actor.ts'
import { AppError } from '#server/errors.ts'
import { houseKeep } from '#server/housekeeping.ts'
import type { World } from '#server/world.ts'

/**
 * Turns the clock by some seconds, does everything that is due then, and returns the new time (epoch milliseconds).
 * Refuses with `not_found` outside testing mode.
 */
export async function advanceClock(
  world: World,
  _visitor: Visitor,
  { advance }: { advance: number },
): Promise<{ now: number }> {
  if (!world.advanceClock) throw new AppError('not_found')
  world.advanceClock(advance * 1_000)
  await houseKeep(world)
  return { now: world.now() }
}
