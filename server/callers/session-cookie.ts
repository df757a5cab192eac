import { unsealData } from 'iron-session'
import type { Config } from '#server/config/config.ts'
import { ironSeal } from '#server/callers/iron.ts'
import { type OpenedCookies, rememberCookies } from '#server/callers/opened-cookies.ts'
import type { Key, KeyRing } from '#server/crypto/keys.ts'
import type { OpenedSession } from '#server/sessions/insert-session.ts'
import type { World } from '#server/world.ts'

/** A sealed token takes about 300 characters; whatever is much longer was not made here. */
const LONGEST = 1_024

/** By the keys that opened them. Those are a process's own and fixed for its life, so what a dropped key sealed is never in it. */
const opened = new WeakMap<KeyRing, OpenedCookies>()

/** The cookie's name: with the prefix that ties it to this host over https, bare on http://localhost. */
export function sessionCookieName({ local }: Pick<Config, 'local'>): string {
  return local ? 'latchkey-session' : '__Host-latchkey-session'
}

/** Seals a session's token for the cookie, which browsers keep for as long as the session can live (seconds). */
export function sealSession(world: World, { token, expiresAt }: OpenedSession): { value: string; maxAge: number } {
  const [newest] = world.keys.session
  const value = ironSeal(passwordOf(newest), world.random, { token })
  openedWith(world.keys.session).keep(value, token)
  return { value, maxAge: Math.max(1, Math.floor((expiresAt - world.now()) / 1_000)) }
}

/** The token in a cookie, under any key of the ring; nothing if it is garbage, truncated, too long or foreign. */
export async function readSessionCookie(world: World, cookie: string | undefined): Promise<string | undefined> {
  if (!cookie || cookie.length > LONGEST) return undefined
  const known = openedWith(world.keys.session)
  const before = known.find(cookie)
  if (before !== undefined) return before
  for (const key of world.keys.session) {
    const token = await unseal(cookie, passwordOf(key))
    if (token === undefined) continue
    known.keep(cookie, token)
    return token
  }
  return undefined
}

function openedWith(ring: KeyRing): OpenedCookies {
  const known = opened.get(ring) ?? rememberCookies()
  opened.set(ring, known)
  return known
}

function passwordOf({ bytes }: Key): string {
  return bytes.toString('base64url')
}

async function unseal(cookie: string, password: string): Promise<string | undefined> {
  try {
    const { token } = await unsealData<{ token?: unknown }>(cookie, { password, ttl: 0 })
    return typeof token === 'string' ? token : undefined
  } catch {
    // iron-session throws on some malformed seals and returns an empty object on others: nobody, either way.
    return undefined
  }
}
