const YEAR_SECONDS = 31_536_000

/** Keeps a choice about the look of the pages in this browser for a year: a cookie that the server reads, and that is no secret. */
export function keepCookie(name: string, value: string): void {
  // Not every browser has the Cookie Store yet.
  document.cookie = `${name}=${value}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${window.location.protocol === 'https:' ? '; Secure' : ''}`
}
