import type { Retired } from '#db/retired.ts'
import type { Visitor } from '#server/actor.ts'
import { sealCeremony, type TakeBackProof } from '#server/ceremonies.ts'
import { KEPT_FOR } from '#server/custody/retire.ts'
import { AppError } from '#server/errors.ts'
import type { World } from '#server/world.ts'

/** Returns the refusal of a way in that was taken away, with the ceremony that takes the account back. */
export function refusalToTakeBack(
  world: World,
  visitor: Visitor,
  { id: retiredId, userId, cause, retiredAt }: Retired,
  by: TakeBackProof,
): AppError {
  const ceremony = sealCeremony(world, visitor, 'take-back', { userId, retiredId, by })
  return new AppError('way_retired', { takeBack: { ceremony, cause, retiredAt, until: retiredAt + KEPT_FOR } })
}
