import * as users from '#db/users.ts'
import type { Actor } from '#server/actor.ts'
import { AppError } from '#server/errors.ts'
import type { World } from '#server/world.ts'

export type ShownAccount = { user: { id: string; name: string; email: string; createdAt: number } }

/** Returns the actor's account. */
export async function readAccount(world: World, actor: Actor): Promise<ShownAccount> {
  const user = await world.db.read((reader) => users.find(reader, actor.userId))
  if (!user) throw new AppError('not_signed_in')
  return { user: { id: user.id, name: user.name, email: actor.email, createdAt: user.createdAt } }
}
