import { sha256 } from '#server/crypto/keys.ts'

/** The most cookies in the cache: about 3 MB. */
const MOST = 10_000

/** A cache of the tokens in recently sealed or opened cookies. The key is a hash of the whole cookie. */
export type OpenedCookies = {
  find: (cookie: string) => string | undefined
  keep: (cookie: string, token: string) => void
}

/**
 * Returns a cache that saves the two key derivations of opening a cookie. It does not decide whether a session is live;
 * the row does, at every request. The least recently used entry is removed first.
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
