import * as pictures from '#db/pictures.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { sha256 } from '#server/crypto/keys.ts'
import { inSession } from '#server/in-account.ts'
import { countTry } from '#server/limits.ts'
import { rewritePicture } from '#server/pictures/rewrite.ts'
import type { World } from '#server/world.ts'

/** 132 bits in base64url: as long as an id. */
const VERSION_LENGTH = 22

type SentPicture = { file: { type: string; bytes: Uint8Array } }

/** Sets the actor’s picture, written anew from the one that was sent, and returns its version. Refuses past twenty an hour. */
export async function setPicture(world: World, actor: Actor, { file }: SentPicture): Promise<{ version: string }> {
  await countTry(world, { pictures: actor.userId })
  const webp = (await rewritePicture(file)).toString('base64')
  const version = sha256(webp).slice(0, VERSION_LENGTH)
  await inSession(world, actor, async (tx) => {
    await pictures.put(tx, { userId: actor.userId, version, webp })
    await record(tx, actor, 'picture_set')
  })
  return { version }
}
