import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Actor } from '#server/actor.ts'
import { PATH_HEADER, returnPath } from '#server/callers/return-path.ts'
import { actorOf, pageVisitor } from '#server/callers/identify.ts'
import { cookieName, type Ended } from '#server/callers/cookie-name.ts'
import { borrowedUntil } from '#server/sessions/borrowed.ts'
import { theWorld } from '#server/world.ts'

/** Who is signed in, if anybody. Asked once per request, however many parts of the page want to know. */
export const currentActor = cache(async (): Promise<Actor | undefined> => {
  const [head, jar] = await Promise.all([headers(), cookies()])
  const named = { get: (name: string) => jar.get(name)?.value }
  const world = theWorld()
  return actorOf(world, pageVisitor(world, head, named), named)
})

/** Who is signed in; anybody else is sent to sign-in, and comes back to this page after it. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor()
  if (actor) return actor
  const here = returnPath((await headers()).get(PATH_HEADER))
  redirect(`/sign-in?next=${encodeURIComponent(here)}`)
}

/** When the session of this browser ends, if it is a short one (epoch milliseconds). Asks the database nothing more. */
export async function ownBorrowedUntil(): Promise<number | undefined> {
  return borrowedUntil(await requireActor())
}

/** Whether this browser still holds the cookie of a session, which has ended if nobody is signed in. */
export async function holdsSession(): Promise<boolean> {
  return (await cookies()).has(cookieName(theWorld().config, 'session'))
}

/** Sends away whoever did not just end this here: a page tells only them that they did. */
export async function requireEnded(ended: Ended): Promise<void> {
  await nextOrGone(undefined)
  if ((await cookies()).get(cookieName(theWorld().config, 'goodbye'))?.value !== ended) redirect('/')
}

/** Where this visitor goes after signing in. Who is signed in already goes there at once. */
export async function nextOrGone(wanted: unknown): Promise<string> {
  const next = returnPath(wanted)
  if (await currentActor()) redirect(next)
  return next
}
