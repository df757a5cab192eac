import * as pictures from '#db/pictures.ts'
import type { Actor } from '#server/actor.ts'
import { AppError } from '#server/errors.ts'
import type { World } from '#server/world.ts'

/** The bytes of a file. `forEver`: what this address answers never changes. */
export type PictureFile = { bytes: Uint8Array<ArrayBuffer>; forEver: boolean }

/** Returns the actor’s own picture. Refuses with `not_found` if there is none, or another version than the one asked for. */
export async function readPicture(world: World, actor: Actor, { v }: { v?: string | undefined }): Promise<PictureFile> {
  const found = await world.db.read((reader) => pictures.find(reader, actor.userId))
  if (!found || (v !== undefined && v !== found.version)) throw new AppError('not_found')
  return { bytes: new Uint8Array(Buffer.from(found.webp, 'base64')), forEver: v !== undefined }
}

/** Returns the version of the actor’s picture, and undefined if there is none. */
export function readPictureVersion(world: World, actor: Actor): Promise<string | undefined> {
  return world.db.read((reader) => pictures.findVersion(reader, actor.userId))
}
