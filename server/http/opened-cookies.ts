import { sha256 } from '#server/keys.ts'

/** About 3 MB when it is full. */
const MOST = 10_000

/** The tokens in cookies that were opened lately, by a hash of the whole cookie: one that differs in a letter is another one. */
export type OpenedCookies = {
  find(cookie: string, now: number): string | undefined
  keep(cookie: string, token: string, now: number): void
}

/**
 * Remembers what opening a cookie cost a key derivation to find out. It says nothing about the session, whose row decides at every
 * request. What was not asked for the longest goes first; nothing outlives the end written into its seal.
 */
export function rememberCookies(most = MOST): OpenedCookies {
  const kept = new Map<string, { token: string; until: number }>()

  return {
    find(cookie, now) {
      const key = sha256(cookie)
      const found = kept.get(key)
      if (!found) return undefined
      kept.delete(key)
      if (now >= found.until) return undefined
      kept.set(key, found)
      return found.token
    },
    keep(cookie, token, now) {
      const until = sealedUntil(cookie)
      if (!(now < until)) return
      const [oldest] = kept.size < most ? [] : kept.keys()
      if (oldest !== undefined) kept.delete(oldest)
      kept.set(sha256(cookie), { token, until })
    },
  }
}

/** The sixth part of a seal is when it ends (epoch milliseconds), under the signature like every other; NaN if it names no end. */
function sealedUntil(cookie: string): number {
  return Number.parseInt(cookie.split('*')[5] ?? '', 10)
}
