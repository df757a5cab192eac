import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { LANGUAGE_COOKIE, languageOf } from '#server/callers/language.ts'
import { clientIp } from '#server/callers/visitor.ts'
import type { Edge } from '#server/http/edge/edge.ts'
import type { Language } from '#server/words/language.ts'

/** The language to answer in. */
export function languageFor(c: Context<Edge>): Language {
  return languageOf({ chosen: getCookie(c, LANGUAGE_COOKIE), accepted: c.req.header('accept-language') })
}

/** The address that a request came from. */
export function ipOf(c: Context<Edge>): string {
  return clientIp(c.env?.ip, c.req.header('x-forwarded-for'), c.get('world').config.trustedProxies)
}
