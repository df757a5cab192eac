import type { Context } from 'hono'
import { generateCookie, getCookie } from 'hono/cookie'
import type { Actor } from '#server/actor.ts'
import { actorOf } from '#server/callers/identify.ts'
import { cookieName, type Ended } from '#server/callers/cookie-name.ts'
import { sealSession } from '#server/callers/session-cookie.ts'
import type { Edge } from '#server/http/edge/edge.ts'
import { signOut } from '#server/sessions/end.ts'
import type { OpenedSession } from '#server/sessions/insert-session.ts'

const GOODBYE_SECONDS = 600

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
  putCookie(c, cookieName(world.config, 'session'), value, maxAge)
  const goodbye = cookieName(world.config, 'goodbye')
  if (getCookie(c, goodbye) !== undefined) putCookie(c, goodbye, '', 0)
}

/**
 * Clears the session cookie, the browser's cache and its storage, so that the Back button shows no account page. The page
 * that says goodbye is told what has ended.
 */
export function clearSession(c: Context<Edge>, ended: Ended): void {
  const { config } = c.get('world')
  putCookie(c, cookieName(config, 'session'), '', 0)
  putCookie(c, cookieName(config, 'goodbye'), ended, GOODBYE_SECONDS)
  c.set('headers', { ...c.get('headers'), 'clear-site-data': '"cache", "storage"' })
}
