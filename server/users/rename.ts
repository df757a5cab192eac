import * as users from '#db/users.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { type Accepted, acceptedPasskeys } from '#server/passkeys/accepted.ts'
import { inSession } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

type RenameAnswer = { user: { id: string; name: string; email: string }; accepted: Accepted }

/**
 * Sets the actor's name; an empty one removes it. Returns what the client needs to update the names in password
 * managers.
 */
export async function renameAccount(world: World, actor: Actor, { name }: { name: string }): Promise<RenameAnswer> {
  return inSession(world, actor, async (tx) => {
    await users.rename(tx, { id: actor.userId, name })
    await record(tx, actor, 'account_renamed')
    return {
      user: { id: actor.userId, name, email: actor.email },
      accepted: await acceptedPasskeys(tx, world.config, actor.userId),
    }
  })
}
