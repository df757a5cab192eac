import type { Actor, Visitor } from '#server/actor.ts'
import { cookieName } from '#server/callers/cookie-name.ts'
import { LANGUAGE_COOKIE, LANGUAGE_HEADER, languageOf } from '#server/callers/language.ts'
import { readSessionCookie } from '#server/callers/session-cookie.ts'
import { readBrowserId, visitorOf } from '#server/callers/visitor.ts'
import { checkSession } from '#server/sessions/check.ts'
import type { World } from '#server/world.ts'

/** The header with the visitor's IP address, which the server sets for pages. A visitor's own value is overwritten. */
export const IP_HEADER = 'x-latchkey-ip'

/** The header that the server sets for pages if the request came over this machine's loopback. */
export const HERE_HEADER = 'x-latchkey-here'

type Cookies = { get: (name: string) => string | undefined }

/** Returns the visitor of a page. */
export function pageVisitor(world: World, headers: Headers, cookies: Cookies): Visitor {
  return visitorOf({
    ip: headers.get(IP_HEADER) ?? 'unknown',
    userAgent: headers.get('user-agent'),
    browserId: readBrowserId(cookies.get(cookieName(world.config, 'browser'))) ?? '',
    language: languageOf({
      asked: headers.get(LANGUAGE_HEADER),
      chosen: cookies.get(LANGUAGE_COOKIE),
      accepted: headers.get('accept-language'),
    }),
  })
}

/** Returns the visitor with their live session, and undefined if the cookie belongs to no live session. */
export async function actorOf(world: World, visitor: Visitor, cookies: Cookies): Promise<Actor | undefined> {
  const token = await readSessionCookie(world, cookies.get(cookieName(world.config, 'session')))
  return token === undefined ? undefined : checkSession(world, visitor, token)
}
