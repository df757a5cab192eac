import fc from 'fast-check'

/** Text that would be markup if it were ever written out as it came. */
export const MARK = '"><svg/onload=mk7q>'
/** The name of a server that is not ours. */
export const FOREIGN = 'evil-mk7q.example'

/** Broken, overlong, doubled and surprising escapes, and what parsers of paths disagree about (RFC 3986 §2, RFC 3629 §3). */
const PIECES = [
  '%',
  '%a',
  '%zz',
  '%u0041',
  '%00',
  '%0d%0aset-cookie:%20mk7q=1',
  '%2f',
  '%2F..%2f',
  '%5c',
  '%2e%2e',
  '%252e%252e%252f',
  '%25',
  '%ff%fe',
  '%c0%af',
  '%c0%80',
  '%e0%80%af',
  '%e0%a4%a',
  '%ed%a0%80',
  '%f4%90%80%80',
  '%F0%9F%92%A9',
  '%E2%80%AE',
  ';jsessionid=1',
  ';/',
  '//',
  '/./',
  '/../',
  '\\',
  '\u00e4',
  '\u00ff\u00fe',
  '.json',
  '.rsc',
  '.txt',
  '.segments/_tree.segment.rsc',
  '*',
  '[token]',
  '$$',
  '__proto__',
  MARK.replaceAll(' ', ''),
  encodeURIComponent(MARK),
]

/** A path in other spellings: some characters escaped, once or twice, and pieces put in somewhere. */
export function spellings(path: string): fc.Arbitrary<string> {
  const escaped = fc
    .array(fc.record({ at: fc.nat(path.length - 1), twice: fc.boolean(), upper: fc.boolean() }), { maxLength: 4 })
    .map((places) => {
      const letters = Array.from(path)
      for (const { at, twice, upper } of places) {
        const hex = path.charCodeAt(at).toString(16).padStart(2, '0')
        if (at > 0) letters[at] = `%${twice ? '25' : ''}${upper ? hex.toUpperCase() : hex}`
      }
      return letters.join('')
    })
  const filled = fc
    .array(fc.tuple(fc.nat(path.length), fc.constantFrom(...PIECES)), { minLength: 1, maxLength: 3 })
    .map((places) =>
      places.reduce((text, [at, piece]) => text.slice(0, Math.max(1, at)) + piece + text.slice(Math.max(1, at)), path),
    )
  const ended = fc.constantFrom('/', '//', '/.', '/..', '%20', '%2f', '?', '#x').map((end) => path + end)
  return fc.oneof(escaped, filled, ended, fc.constant(path.toUpperCase()))
}

const QUERY_NAMES = [
  'next',
  'lang',
  '_rsc',
  'token',
  'nxtPtoken',
  'nxtItoken',
  '__nextLocale',
  '__nextDataReq',
  'amp',
  'limit',
  'before',
  '__proto__',
  'x[]',
]

/** A query with doubled names, names of Next's own, and values that are markup, foreign addresses or broken escapes. */
export function queries(): fc.Arbitrary<string> {
  const value = fc.oneof(
    fc.constantFrom(...PIECES, `//${FOREIGN}/`, `https://${FOREIGN}`, `/\\${FOREIGN}`, '/account', 'de', 'xx', ''),
    fc.string({ unit: 'binary', maxLength: 12 }).map((text) => encodeURIComponent(text.toWellFormed())),
  )
  return fc
    .array(fc.tuple(fc.constantFrom(...QUERY_NAMES), value), { minLength: 1, maxLength: 4 })
    .map((pairs) => `?${pairs.map((pair) => pair.join('=')).join('&')}`)
}

/** How a request names the server, and whether it is us. */
export type Naming = { hosts: string[]; absolute?: string; ours: boolean }

/** Spellings of our own host, and of others that look like it (RFC 9110 §4.2.3, RFC 9112 §3.2). */
export function namings(port: number): fc.Arbitrary<Naming> {
  const own = `localhost:${port}`
  const ownSpellings = fc.constantFrom(own, own.toUpperCase(), `LocalHost:${port}`, `localhost.:${port}`)
  const foreign = fc.oneof(
    fc.constantFrom(
      FOREIGN,
      `${FOREIGN}:${port}`,
      `localhost.${FOREIGN}:${port}`,
      `${own}.${FOREIGN}`,
      `${own}@${FOREIGN}`,
      `user:pass@${own}`,
      `${FOREIGN}/${own}`,
      `${FOREIGN}#${own}`,
      `127.0.0.1:${port}`,
      `[::1]:${port}`,
      `[::ffff:127.0.0.1]:${port}`,
      'localhost',
      'localhost:',
      `localhost..:${port}`,
      `${own}0`,
      `localhost:0${port}`,
      `localhost:+${port}`,
      `localhost :${port}`,
      `${own},${FOREIGN}`,
      '',
      '*',
      '%6cocalhost',
    ),
    fc.stringMatching(/^[a-z0-9.:@[\]_-]{1,30}$/).filter((host) => host.replace(/\.(?=:)/, '') !== own),
  )
  const scheme = fc.constantFrom('http://', 'HTTP://', 'https://')
  return fc.oneof(
    ownSpellings.map((host): Naming => ({ hosts: [host], ours: true })),
    foreign.map((host) => ({ hosts: [host], ours: false })),
    fc
      .tuple(fc.boolean(), foreign)
      .map(([first, host]): Naming => ({ hosts: first ? [own, host] : [host, own], ours: false })),
    fc.constantFrom<Naming>({ hosts: [own, own], ours: false }, { hosts: [], ours: false }),
    // A whole URL in the request line takes precedence over the Host line.
    fc.tuple(ownSpellings, foreign).map(([mine, host]) => ({ hosts: [host], absolute: `http://${mine}`, ours: true })),
    fc.tuple(scheme, foreign).map(([before, host]) => ({ hosts: [own], absolute: before + host, ours: false })),
  )
}
