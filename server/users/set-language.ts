import * as users from '#db/users.ts'
import type { Actor } from '#server/actor.ts'
import type { Language } from '#server/words/language.ts'
import { inSession } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

/** Sets the language of the actor's letters. */
export async function setLanguage(world: World, actor: Actor, { language }: { language: Language }): Promise<void> {
  await inSession(world, actor, async (tx) => {
    await users.setLanguage(tx, { id: actor.userId, language })
  })
}
