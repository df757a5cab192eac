import * as passkeys from '#db/passkeys.ts'
import type { Actor } from '#server/actor.ts'
import { type ShownPasskey, shownPasskey } from '#server/passkeys/view.ts'
import type { World } from '#server/world.ts'

/** Returns the actor's passkeys, oldest first. */
export async function listPasskeys(world: World, actor: Actor): Promise<ShownPasskey[]> {
  const owned = await world.db.read((reader) => passkeys.list(reader, actor.userId))
  return owned.map((passkey) => shownPasskey(passkey, actor.language))
}
