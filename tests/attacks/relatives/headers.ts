import fc from 'fast-check'
import { FOREIGN, MARK } from './spellings.ts'

type Header = [name: string, value: string]

const TREE = encodeURIComponent(JSON.stringify(['', { children: ['__PAGE__', {}] }, null, null, true]))
const DEEP = encodeURIComponent('["",{"children":'.repeat(400))

/** Headers of Next, of proxies and of caches, each with values that nobody means. */
const ODD: Record<string, string[]> = {
  rsc: ['1', '0', MARK],
  'next-router-state-tree': [TREE, DEEP, '%', '[]', 'null', '%5B%22%22%5D', '%7B%7D', MARK, 'x'.repeat(9_000)],
  'next-router-prefetch': ['1', '2', MARK],
  'next-router-segment-prefetch': ['/_tree', '/_head', '/../../x', '%', MARK],
  'next-hmr-refresh': ['1'],
  'next-url': ['/account', `//${FOREIGN}`, '%', MARK],
  'next-action': ['00deadbeef', '0'.repeat(42), MARK],
  'next-resume': ['1'],
  'next-html-request-id': [MARK],
  'x-middleware-subrequest': ['middleware', Array(6).fill('middleware').join(':'), 'src/middleware'],
  'x-middleware-rewrite': ['/mailbox', `https://${FOREIGN}/`],
  'x-middleware-next': ['1'],
  'x-middleware-prefetch': ['1'],
  'x-middleware-override-headers': ['cookie,x-latchkey-ip'],
  'x-middleware-request-x-latchkey-ip': ['192.0.2.1'],
  'x-middleware-set-cookie': ['mk7q=1'],
  'x-nextjs-data': ['1'],
  'x-nextjs-postponed': ['1'],
  'x-nextjs-rewritten-path': ['/mailbox'],
  'x-matched-path': ['/mailbox', '%', MARK],
  'x-invoke-path': ['/mailbox', '%'],
  'x-invoke-status': ['500', 'x'],
  'x-invoke-error': ['{"message":"mk7q"}', '%'],
  'x-invoke-query': ['%7B%7D', '%'],
  'x-invoke-output': ['/mailbox'],
  'x-now-route-matches': ['1=mk7q', '%'],
  'x-prerender-revalidate': ['1', MARK],
  'x-prerender-revalidate-if-generated': ['1'],
  'x-next-revalidated-tags': [MARK],
  'x-next-cache-tags': [MARK],
  purpose: ['prefetch'],
  'content-security-policy': ["script-src 'nonce-mk7q'", "script-src 'nonce-\"><mk7q'"],
  'content-security-policy-report-only': ["script-src 'nonce-mk7q'", "script-src 'nonce-\"><mk7q'"],
  'x-nonce': ['mk7q'],
  'x-latchkey-path': [`//${FOREIGN}/`, MARK, '%'],
  'x-latchkey-here': ['1', '0'],
  'x-latchkey-ip': ['192.0.2.1', MARK],
  'x-latchkey-language': ['de', 'xx', MARK],
  'x-latchkey-theme': ['dark', 'xx', MARK],
  'x-forwarded-for': ['192.0.2.1', ',,,', 'unknown, "_x"', '1.2.3.4:99999', '[::1', MARK, '1,'.repeat(3_000)],
  'x-forwarded-host': [FOREIGN, MARK],
  'x-forwarded-proto': ['https', 'javascript', MARK],
  'x-forwarded-port': ['1', 'x'],
  'x-forwarded-prefix': [`//${FOREIGN}`],
  forwarded: [`for=x;host=${FOREIGN};proto=https`, ';;=', MARK],
  'x-host': [FOREIGN],
  'x-original-url': ['/mailbox', `https://${FOREIGN}/`],
  'x-rewrite-url': ['/mailbox'],
  'x-http-method-override': ['DELETE', 'PUT'],
  'x-method-override': ['DELETE'],
  range: ['bytes=0-0', 'bytes=-1', 'bytes=9-1', 'bytes=0-,0-,0-', 'x=1', 'bytes=99999999999999999999-'],
  'if-range': ['"x"', 'x'],
  'if-none-match': ['*', 'W/"x"', '"', MARK],
  'if-match': ['"x"'],
  'if-modified-since': ['Thu, 01 Jan 2099 00:00:00 GMT', 'x', '-1'],
  'if-unmodified-since': ['Thu, 01 Jan 1970 00:00:00 GMT'],
  'accept-language': ['*', 'de;q=NaN', 'xx-'.repeat(900), ',,,;q=1', 'de;q=2,en;q=-1', '\u00e4', MARK, '__proto__'],
  accept: ['text/x-component', '*/*;q=', 'image/avif', 'x'.repeat(5_000), MARK],
  'accept-encoding': ['gzip', 'br;q=x', 'identity;q=0', '*;q=0', MARK],
  'user-agent': ['', 'Googlebot', '\u00ff\u00fe', MARK, 'x'.repeat(9_000), 'facebookexternalhit/1.1'],
  origin: ['null', `https://${FOREIGN}`, MARK, ''],
  referer: [`https://${FOREIGN}/`, MARK],
  'sec-fetch-site': ['same-origin', 'cross-site', MARK],
  authorization: ['Basic Og==', 'Bearer ', `Bearer ${MARK}`, 'Digest x'],
  'content-type': ['application/json', 'text/plain', 'multipart/form-data', 'application/json; charset=utf-7', MARK],
  'content-encoding': ['gzip'],
  'content-length': ['0', '00', '-1', '1e3', '0, 0', '99999999999999999999'],
  'transfer-encoding': ['chunked', 'identity', 'xchunked', 'gzip, chunked'],
  expect: ['100-continue', '200-ok', MARK],
  te: ['trailers'],
  trailer: ['x'],
  upgrade: ['h2c'],
  'x-oversized': ['x'.repeat(20_000)],
  'x-\u00e4': ['x'],
  '': ['x'],
}

/** Some of these headers, any other text in one of them, or what Next's own pages send together when they navigate. */
export function oddHeaders(): fc.Arbitrary<Header[]> {
  const oneOf = (names: string[]) =>
    fc
      .constantFrom(...names)
      .chain((name) => fc.constantFrom(...(ODD[name] ?? [])).map((value): Header => [name, value]))
  const all = Object.keys(ODD)
  const made = fc.tuple(
    fc.constantFrom(...all.filter((name) => /^[a-z-]+$/.test(name))),
    fc.stringMatching(/^[\x21-\xff]{0,40}$/),
  )
  const navigation = fc
    .array(oneOf(all.filter((name) => /^next-(?:router|url)/.test(name))), { minLength: 1, maxLength: 2 })
    .map((headers): Header[] => [['rsc', '1'], ...headers])
  return fc.oneof(
    { weight: 4, arbitrary: fc.array(oneOf(all), { minLength: 1, maxLength: 4 }) },
    { weight: 1, arbitrary: fc.array(made, { minLength: 1, maxLength: 2 }) },
    { weight: 2, arbitrary: navigation },
  )
}

/** Cookie lines with our names around this seal, none of which holds it as we gave it: under the session's name. */
export function oddCookies(name: string, seal: string): fc.Arbitrary<string> {
  const browser = name.replace('session', 'browser')
  const own = [name, browser, 'latchkey-language', 'latchkey-theme']
  const session = fc.constantFrom(
    seal + seal,
    `${seal}~2`,
    `x${seal}`,
    `${seal}*`,
    seal.slice(0, -3),
    seal.replaceAll('*', '%252a'),
    seal.replace('Fe26.2', 'Fe26.1'),
    seal.split('*').reverse().join('*'),
    `${'*'.repeat(7)}~2`,
  )
  // The last character before `~2` has two bits that belong to no byte.
  const flipped = fc
    .nat(seal.length - 4)
    .map((at) => seal.slice(0, at) + (seal[at] === 'A' ? 'B' : 'A') + seal.slice(at + 1))
  const value = fc.oneof(
    fc.constantFrom(`"${seal}"`, 'x'.repeat(8_000), '\u00e4\u00ff', '%', '%00', '__proto__', '', MARK, 'de', 'xx'),
    fc.stringMatching(/^[\x21-\xff]{0,40}$/),
  )
  const names = fc.constantFrom(...own, ...own.map((one) => `__Host-${one}`), ...own.map((one) => one.toUpperCase()))
  const pairs = fc.array(fc.tuple(names, fc.oneof(value, session)), { minLength: 1, maxLength: 4 })
  // Our seal under names that do not count.
  const elsewhere = fc.constantFrom(`__Host-${name}`, browser, 'latchkey-session', name.replace('l', 'L'), '')
  return fc.oneof(
    fc.oneof(session, flipped).map((spoiled) => `${name}=${spoiled}`),
    pairs.map((all) => all.map((pair) => pair.join('=')).join('; ')),
    elsewhere.map((other) => `${other}=${seal}`),
    fc.constantFrom(';;;', '=', '=x; =y', name, 'a=1; '.repeat(2_500), ' ; , ;'),
  )
}
