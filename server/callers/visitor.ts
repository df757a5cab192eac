import type { Visitor } from '#server/actor.ts'
import { sha256 } from '#server/crypto/keys.ts'
import type { Language } from '#server/words/language.ts'

const LONGEST_USER_AGENT = 512
const BROWSER_ID = /^[\w-]{22,64}$/

/** Returns the browser's id from its cookie, and undefined if it is missing or malformed. */
export function readBrowserId(cookie: string | undefined): string | undefined {
  return cookie !== undefined && BROWSER_ID.test(cookie) ? cookie : undefined
}

type Told = { ip: string; userAgent: string | null | undefined; browserId: string; language: Language }

/** Returns the visitor of a request. The browser's id is stored and compared as a hash only. */
export function visitorOf({ ip, userAgent, browserId, language }: Told): Visitor {
  return {
    ip,
    userAgent: printable(userAgent ?? '').slice(0, LONGEST_USER_AGENT),
    browser: sha256(browserId),
    language,
  }
}

/**
 * Returns the visitor's IP address. Without trusted proxies it is the address of the socket. With them it is the entry
 * that the outermost of them wrote into X-Forwarded-For; the visitor can forge every entry to the left of it.
 */
export function clientIp(
  socketIp: string | undefined,
  forwardedFor: string | null | undefined,
  trustedProxies: number,
): string {
  const socket = socketIp ?? 'unknown'
  if (trustedProxies === 0 || !forwardedFor) return socket
  const entries = forwardedFor.split(',').map((entry) => withoutPort(entry.trim()))
  const entry = entries.at(-trustedProxies) ?? entries[0] ?? ''
  return /^[\da-f.:]{2,45}$/i.test(entry) ? entry : socket
}

/** Some proxies write `192.0.2.1:1234` or `[2001:db8::1]:1234`. */
function withoutPort(entry: string): string {
  return entry.replace(/^\[(.*)\](?::\d+)?$/, '$1').replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
}

function printable(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '')
}
