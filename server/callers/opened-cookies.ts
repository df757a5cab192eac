import { sha256 } from '#server/crypto/keys.ts'

/** About 3 MB when it is full. */
const MOST = 10_000

/** The tokens in cookies that were sealed or opened lately, by a hash of the whole cookie: one that differs in a letter is another one. */
export type OpenedCookies = {
  find: (cookie: string) => string | undefined
  keep: (cookie: string, token: string) => void
}

/**
 * Remembers what opening a cookie costs two key derivations to find out. It says nothing about the session, whose row decides at every
 * request. What was not asked for the longest goes first.
 */
export function rememberCookies(most = MOST): OpenedCookies {
  const kept = new Map<string, string>()

  return {
    find(cookie) {
      const key = sha256(cookie)
      const token = kept.get(key)
      if (token === undefined) return undefined
      kept.delete(key)
      kept.set(key, token)
      return token
    },
    keep(cookie, token) {
      const [oldest] = kept.size < most ? [] : kept.keys()
      if (oldest !== undefined) kept.delete(oldest)
      kept.set(sha256(cookie), token)
    },
  }
}
