import { type Cookie, cookieName } from '#server/callers/cookie-name.ts'

/** The name of a cookie of the server at this origin on localhost: that of a test's world, or of one with a port of its own. */
export function cookieAt(cookie: Cookie, origin = 'http://localhost:3000'): string {
  return cookieName({ local: true, origin }, cookie)
}

/** Names of the cookies of a test's world. */
export const [SESSION, BROWSER] = [cookieAt('session'), cookieAt('browser')]
