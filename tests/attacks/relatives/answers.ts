import type { Reply } from '../http.ts'
import { FOREIGN, MARK } from './spellings.ts'
import type { Line } from './wire.ts'

/** What a request was, as far as its answer depends on it. */
export type Asked = { line: Line; origin: string; ours: boolean; signedIn: boolean; address: string }

const STATUSES = new Set([
  200, 202, 204, 302, 304, 307, 308, 400, 401, 403, 404, 405, 409, 412, 413, 415, 416, 417, 421, 422, 429, 431,
])
/** What a request that cannot be read gets, from the parser of HTTP itself: a status and nothing else. */
const UNREADABLE = new Set([400, 413, 417, 431])
const ON_EVERY_ANSWER: Record<string, RegExp> = {
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^no-referrer$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'x-frame-options': /^DENY$/,
  'permissions-policy': /publickey-credentials-get=\(self\)/,
}
const NOTHING_RUNS = "default-src 'none'; frame-ancestors 'none'"
const OWN_COOKIE = /^latchkey-(?:browser|session)-\d+=[^;]*; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/

/** Everything that is wrong with an answer, whatever was asked. */
export function faultsOfReply(asked: Asked, reply: Reply): string[] {
  const { status, headers, text } = reply
  if (UNREADABLE.has(status) && text === '' && !headers.has('content-type')) return []
  if (!STATUSES.has(status)) return [`the status is ${status}: ${text.slice(0, 160)}`]
  return [
    ...faultsOfHeaders(asked, reply),
    ...faultsOfCookies(asked, headers),
    ...faultsOfLocation(asked, headers.get('location')),
    ...faultsOfText(asked, reply),
  ]
}

function faultsOfHeaders({ line: { target } }: Asked, { status, headers }: Reply): string[] {
  const type = headers.get('content-type') ?? ''
  const built = target.includes('/_next/static/') && !type.startsWith('text/html')
  const policy = headers.get('content-security-policy') ?? ''
  return [
    ...Object.entries(ON_EVERY_ANSWER)
      .filter(([name, pattern]) => !pattern.test(headers.get(name) ?? ''))
      .map(([name]) => `${name} is ${headers.get(name)}`),
    ...(built || policy.startsWith(NOTHING_RUNS) || policy.includes("'strict-dynamic'")
      ? []
      : [`the policy is “${policy}”`]),
    ...(type.startsWith('text/html') && /mk7q|unsafe-eval/.test(policy) ? [`the policy is “${policy}”`] : []),
    ...(built || isRedirect(status) || (headers.get('cache-control') ?? '').includes('no-store') || isBrand(target)
      ? []
      : [`a cache may store it: ${headers.get('cache-control')}`]),
    ...(type.includes('json') && !policy.startsWith(NOTHING_RUNS) ? ['the policy of the API is missing'] : []),
    ...(headers.has('x-powered-by') ? ['it says what it is made with'] : []),
  ]
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400
}

/** Files of the brand, which anybody may store. */
function isBrand(target: string): boolean {
  return /icon|brand|well-known|openapi/.test(target)
}

function faultsOfCookies({ line: { method } }: Asked, headers: Headers): string[] {
  const set = headers.getSetCookie()
  const may = method !== 'GET' && method !== 'HEAD'
  return set.filter((cookie) => !may || !OWN_COOKIE.test(cookie)).map((cookie) => `it sets ${cookie.slice(0, 80)}`)
}

function faultsOfLocation({ origin }: Asked, location: string | null): string[] {
  if (location === null) return []
  const led = URL.canParse(location, origin) ? new URL(location, origin).origin : 'nowhere'
  return led === origin && !/[<>"]/.test(location) ? [] : [`it leads to ${location.slice(0, 120)}`]
}

function faultsOfText(
  { ours, signedIn, address, line: { target } }: Asked,
  { status, headers, text }: Reply,
): string[] {
  const isMarkup = !/json|text\/x-component|text\/plain/.test(headers.get('content-type') ?? 'text/html')
  return [
    ...(ours && status === 421 ? ['our own name is refused'] : []),
    ...(ours || status === 421 || status === 400 || pathOf(target) === '/api/health'
      ? []
      : [`${status} for a foreign name`]),
    ...(!ours && text.includes(FOREIGN) ? ['the foreign name is in the body'] : []),
    ...(isMarkup && text.includes(MARK.slice(2)) ? ['the mark is in the page as it was sent'] : []),
    ...(!signedIn && !pathOf(target).startsWith('/mailbox') && text.includes(address)
      ? ['it shows an account to somebody else']
      : []),
  ]
}

/** The path of a target, which may be a whole URL. */
function pathOf(target: string): string {
  return target.replace(/^https?:\/\/[^/]*/i, '').split('?', 1)[0] ?? ''
}
