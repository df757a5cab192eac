/** What a request asks for: its path and query, and whether it asks this server by one of its names. */
export type Target = { path: string; ours: boolean }

const DEFAULT_PORTS: Record<string, string> = { 'http:': '80', 'https:': '443' }
/** A name and a port. The name may end with the dot of the root; the port may be empty (RFC 3986 §3.2.3). */
const HOST = /^([a-z0-9.-]+?)\.?(?::(\d*))?$/i
const ABSOLUTE = /^(https?:)\/\/([^/?#\\]*)((?:[/?].*)?)$/i

/**
 * Reads the target of a request and whose it is. A whole URL in the request line takes precedence over the Host header
 * (RFC 9112 §3.2.2). The same name in other letters, with the dot of the root, or with the default port is the same host
 * (RFC 9110 §4.2.3, RFC 3986 §6.2.3). Returns undefined for any other form of a target.
 */
export function readTarget(url: string, host: string | undefined, origin: string): Target | undefined {
  const own = new URL(origin)
  if (url.startsWith('/')) return { path: url, ours: isHostOf(own, own.protocol, host ?? '') }
  const [, scheme = '', authority, rest = ''] = ABSOLUTE.exec(url) ?? []
  if (authority === undefined) return undefined
  const path = rest.startsWith('/') ? rest : `/${rest}`
  return { path, ours: isHostOf(own, scheme.toLowerCase(), authority) }
}

/** Returns whether a request names its host more than once, so that programs could disagree about it (RFC 9112 §3.2). */
export function namesSeveralHosts(rawHeaders: string[]): boolean {
  return rawHeaders.filter((text, at) => at % 2 === 0 && text.toLowerCase() === 'host').length > 1
}

function isHostOf(own: URL, scheme: string, text: string): boolean {
  const [, name = '', port = ''] = HOST.exec(text) ?? []
  // The parser of `own` has removed its port if it is the default one. A proxy may say http where people say https.
  return name.toLowerCase() === own.hostname && (port === DEFAULT_PORTS[scheme] ? '' : port) === own.port
}
