import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { cache } from 'react'
import type { Actor } from '#server/actor.ts'
import { PATH_HEADER, returnPath } from '#server/callers/return-path.ts'
import { actorOf, pageVisitor } from '#server/callers/identify.ts'
import { sessionCookieName } from '#server/callers/session-cookie.ts'
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

/** Whether this browser still holds the cookie of a session, which has ended if nobody is signed in. */
export async function holdsSession(): Promise<boolean> {
  return (await cookies()).has(sessionCookieName(theWorld().config))
}

/** Where this visitor goes after signing in. Who is signed in already goes there at once. */
export async function nextOrGone(wanted: unknown): Promise<string> {
  const next = returnPath(wanted)
  if (await currentActor()) redirect(next)
  return next
}
