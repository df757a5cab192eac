import { sealData, unsealData } from 'iron-session'
import type { Config } from '#server/config.ts'
import { type OpenedCookies, rememberCookies } from '#server/http/opened-cookies.ts'
import type { KeyRing } from '#server/keys.ts'
import type { OpenedSession } from '#server/sessions/open.ts'
import type { World } from '#server/world.ts'

/** A sealed token takes about 300 characters; whatever is much longer was not made here. */
const LONGEST = 1_024

/** By the keys that opened them. Those are a process's own and fixed for its life, so what a dropped key sealed is never in it. */
const opened = new WeakMap<KeyRing, OpenedCookies>()

/** The cookie's name: with the prefix that ties it to this host over https, bare on http://localhost. */
export function sessionCookieName({ local }: Pick<Config, 'local'>): string {
  return local ? 'latchkey-session' : '__Host-latchkey-session'
}

/** Seals a session's token for the cookie, for as long as the session can live (seconds). */
export async function sealSession(world: World, { token, expiresAt }: OpenedSession): Promise<{ value: string; maxAge: number }> {
  const maxAge = Math.max(1, Math.floor((expiresAt - world.now()) / 1_000))
  const [newest] = world.keys.session
  return { value: await sealData({ token }, { password: newest.bytes.toString('base64url'), ttl: maxAge }), maxAge }
}

/** The token in a cookie, under any key of the ring; nothing if it is garbage, truncated, too long, foreign or too old. */
export async function openSession(world: World, cookie: string | undefined): Promise<string | undefined> {
  if (!cookie || cookie.length > LONGEST) return undefined
  const known = openedWith(world.keys.session)
  const before = known.find(cookie, world.now())
  if (before !== undefined) return before
  for (const { bytes } of world.keys.session) {
    const token = await unseal(cookie, bytes.toString('base64url'))
    if (token === undefined) continue
    known.keep(cookie, token, world.now())
    return token
  }
  return undefined
}

function openedWith(ring: KeyRing): OpenedCookies {
  const known = opened.get(ring) ?? rememberCookies()
  opened.set(ring, known)
  return known
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
