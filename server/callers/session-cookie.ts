import { unsealData } from 'iron-session'
import { ironSeal } from '#server/callers/iron.ts'
import { type OpenedCookies, rememberCookies } from '#server/callers/opened-cookies.ts'
import type { Key, KeyRing } from '#server/crypto/keys.ts'
import type { OpenedSession } from '#server/sessions/insert-session.ts'
import type { World } from '#server/world.ts'

/** The longest cookie that is opened, in characters. A sealed token has about 300. */
const LONGEST = 1_024

/** One seal of iron without an expiry, and nothing else. The library ignores whatever follows a seal. */
const ONE_SEAL = /^Fe26\.2\*1\*[\da-f]{64}\*[\w-]{22}\*[\w-]+\*\d*\*[\da-f]{64}\*[\w-]{43}~2$/

/**
 * The caches by key ring. A ring is fixed for the life of the process, so a cache never holds a cookie of a removed
 * key.
 */
const opened = new WeakMap<KeyRing, OpenedCookies>()

/** Seals a session's token for the cookie. `maxAge` (seconds) is the longest time that the session can last. */
export function sealSession(world: World, { token, expiresAt }: OpenedSession): { value: string; maxAge: number } {
  const [newest] = world.keys.session
  const value = ironSeal(passwordOf(newest), world.random, { token })
  openedWith(world.keys.session).keep(value, token)
  return { value, maxAge: Math.max(1, Math.floor((expiresAt - world.now()) / 1_000)) }
}

/**
 * Returns the token in a cookie that any key of the ring sealed, and undefined if the cookie is malformed, truncated,
 * extended, too long or foreign.
 */
export async function readSessionCookie(world: World, cookie: string | undefined): Promise<string | undefined> {
  if (!cookie || cookie.length > LONGEST || !ONE_SEAL.test(cookie)) return undefined
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
    // iron-session throws for some malformed seals and returns an empty object for others. Both mean: not signed in.
    return undefined
  }
}
