/** What was kept in this browser under a key, or undefined. */
export function remembered(key: string): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    return undefined
  }
}

/** Keeps a word in this browser. A browser without storage keeps nothing, and nothing may depend on it. */
export function remember(key: string, word: string): void {
  try {
    localStorage.setItem(key, word)
  } catch {
    // No harm done: the page only knows a little less the next time.
  }
}

/** Forgets what was kept under these keys. */
export function forget(...keys: string[]): void {
  try {
    for (const key of keys) localStorage.removeItem(key)
  } catch {
    // There was nothing.
  }
}
