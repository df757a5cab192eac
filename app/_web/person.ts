import { cache } from 'react'
import { requireActor } from '#app/_web/actor.ts'
import { readPictureVersion } from '#server/pictures/read.ts'
import { initialsOf } from '#server/words/initials.ts'
import { theWorld } from '#server/world.ts'

/** How pages show whoever is signed in. `picture` is its version, if there is one. */
export type ShownPerson = { name: string; email: string; initials: string; picture: string | undefined }

/** Whoever is signed in, as pages show them. Asked once per request. Anybody else is sent to sign-in. */
export const ownPerson = cache(async (): Promise<ShownPerson> => {
  const actor = await requireActor()
  const { name, email } = actor
  return { name, email, initials: initialsOf(name, email), picture: await readPictureVersion(theWorld(), actor) }
})
