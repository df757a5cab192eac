import type { Context } from 'hono'
import { generateCookie, getCookie } from 'hono/cookie'
import type { Actor } from '#server/actor.ts'
import { actorOf } from '#server/callers/identify.ts'
import { sealSession, sessionCookieName } from '#server/callers/session-cookie.ts'
import type { Edge } from '#server/http/edge/edge.ts'
import { signOut } from '#server/sessions/end.ts'
import type { OpenedSession } from '#server/sessions/insert-session.ts'

/** Adds a cookie to the answer: for every path, out of reach of scripts and of other sites' requests. `maxAge` is seconds. */
export function putCookie(c: Context<Edge>, name: string, value: string, maxAge: number): void {
  const { local } = c.get('world').config
  c.get('cookies').push(
    generateCookie(name, value, { path: '/', httpOnly: true, sameSite: 'Lax', secure: !local, maxAge }),
  )
}

/** Returns the sender with their live session, if their cookie opens one. */
export function findActor(c: Context<Edge>): Promise<Actor | undefined> {
  return actorOf(c.get('world'), c.get('visitor'), { get: (name) => getCookie(c, name) })
}

/** Puts a new session into the cookie. The one this browser held before ends, unless it is the same one, renewed. */
export async function putSession(c: Context<Edge>, opened: OpenedSession): Promise<void> {
  const world = c.get('world')
  const before = await findActor(c)
  if (before) await signOut(world, before)
  const { value, maxAge } = sealSession(world, opened)
  putCookie(c, sessionCookieName(world.config), value, maxAge)
}

/** Clears the session cookie, the browser's cache and its storage, so that the Back button shows no account page. */
export function clearSession(c: Context<Edge>): void {
  putCookie(c, sessionCookieName(c.get('world').config), '', 0)
  c.set('headers', { ...c.get('headers'), 'clear-site-data': '"cache", "storage"' })
}
