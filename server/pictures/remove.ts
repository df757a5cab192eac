import * as pictures from '#db/pictures.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { AppError } from '#server/errors.ts'
import { inSession } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

/** Removes the actor’s picture. Refuses with `not_found` if there is none. */
export async function removePicture(world: World, actor: Actor): Promise<void> {
  await inSession(world, actor, async (tx) => {
    if (!(await pictures.remove(tx, actor.userId))) throw new AppError('not_found')
    await record(tx, actor, 'picture_removed')
  })
}
