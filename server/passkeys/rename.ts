import * as passkeys from '#db/passkeys.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { AppError } from '#server/errors.ts'
import { type ShownPasskey, shownPasskey } from '#server/passkeys/view.ts'
import { inSession } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

/** Renames one of the actor's passkeys. Refuses another person's passkey, like an unknown one, with `not_found`. */
export async function renamePasskey(
  world: World,
  actor: Actor,
  { id, name }: { id: string; name: string },
): Promise<{ passkey: ShownPasskey }> {
  return inSession(world, actor, async (tx) => {
    const renamed = await passkeys.rename(tx, { id, userId: actor.userId, name })
    if (!renamed) throw new AppError('not_found')
    await record(tx, actor, 'passkey_renamed', { passkey: name })
    return { passkey: shownPasskey(renamed, actor.language) }
  })
}
