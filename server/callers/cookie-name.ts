import type { Config } from '#server/config/config.ts'

/** `session`: who is signed in. `browser`: which browser this is. `goodbye`: what was just ended in this browser. */
export type Cookie = 'session' | 'browser' | 'goodbye'

/** What a person ended: the session, or the account and with it all sessions. */
export type Ended = 'session' | 'account'

/**
 * Returns the name of a cookie: with the prefix that binds it to this host over https. On localhost it has the port,
 * because cookies do not tell ports apart (RFC 6265 §8.5), and two servers would overwrite each other’s.
 */
export function cookieName({ local, origin }: Pick<Config, 'local' | 'origin'>, cookie: Cookie): string {
  if (!local) return `__Host-latchkey-${cookie}`
  const port = /:(\d+)$/.exec(origin)?.[1]
  return port === undefined ? `latchkey-${cookie}` : `latchkey-${cookie}-${port}`
}
