/** The header in which the middleware tells a page its own path and query, to come back to after signing in. */
export const PATH_HEADER = 'x-latchkey-path'

const HOME = '/account'
const NOWHERE = 'http://next.invalid'
const RSC = /[?&]_rsc=[^&]*/g

/**
 * Returns the path to open after signing in: the wanted one if it is one of our pages, else the account. It never leads
 * to another host or to the API.
 */
export function returnPath(wanted: unknown): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[\x21-\x7e]*$/.test(wanted) || /[\\]|%(?:2f|5c|0|1)/i.test(wanted))
    return HOME
  const url = URL.canParse(wanted, NOWHERE) ? new URL(wanted, NOWHERE) : undefined
  if (
    url?.origin !== NOWHERE ||
    url.pathname.startsWith('//') ||
    /^\/(?:api|\.well-known|_next)(?:\/|$)/.test(url.pathname)
  )
    return HOME
  // The mark of Next's own requests for parts of a page: no part of the page's address.
  return url.pathname + url.search.replace(RSC, '').replace(/^&/, '?') + url.hash
}
