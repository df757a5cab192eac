import fc from 'fast-check'

const TEXTS = [
  '',
  'a',
  'A',
  'ab',
  'a*',
  '*',
  '\\*',
  '"',
  "it's",
  'a"); permit(principal, action, resource);//',
  '\\',
  '\\n',
  '\n',
  '\u0000',
  '\u00a0',
  '\u202e',
  '\u00e9',
  'e\u0301',
  '\u{1f469}\u200d\u{1f4bb}',
  '\u{1f469}',
  '\ufffd',
  '\u{10ffff}',
  '__proto__',
  'true',
  '1',
  '10.0.0.1',
  'x'.repeat(300),
]
const WHOLE = [
  0,
  -0,
  1,
  -1,
  5,
  600,
  2 ** 31,
  2 ** 32,
  1_764_000_000_000,
  Number.MAX_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER - 1,
  Number.MIN_SAFE_INTEGER,
]

export const texts = (): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('a', 'A', 'ab', 'b') },
    { weight: 3, arbitrary: fc.constantFrom(...TEXTS) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  )

export const integers = (): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 0, max: 7 }) },
    { weight: 2, arbitrary: fc.constantFrom(...WHOLE) },
    { weight: 1, arbitrary: fc.maxSafeInteger() },
  )

export const sets = (): fc.Arbitrary<string[]> => fc.array(texts(), { maxLength: 4 })

export const literals = (): fc.Arbitrary<string | number | boolean> => fc.oneof(texts(), integers(), fc.boolean())

/** Each address with the spelling that Cedar is given; none if the address counts as unknown. */
const EDGES: [text: string, cedar: string | undefined][] = [
  ...[
    '0.0.0.0',
    '9.255.255.255',
    '10.0.0.0',
    '10.0.0.1',
    '10.127.255.255',
    '10.128.0.0',
    '10.255.255.255',
    '11.0.0.0',
    '192.168.1.127',
    '192.168.1.128',
    '255.255.255.255',
    '::',
    '::1',
    '1::',
    '2001:db7:ffff:ffff:ffff:ffff:ffff:ffff',
    '2001:db8::',
    '2001:db8:0:0:1::',
    '2001:db8:8000::1',
    '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff',
    '2001:db9::',
    'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff',
  ].map((text): [string, string] => [text, text]),
  ['2001:0DB8:0:0:0:0:0:1', '2001:db8::1'],
  ['::ffff:10.0.0.1', '10.0.0.1'],
  ['::FFFF:0a7f:ffff', '10.127.255.255'],
  ['2001:db8::10.0.0.1', '2001:db8::a00:1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['10.0.0.01', undefined],
  ['unknown', undefined],
]

export const addresses = (): fc.Arbitrary<[text: string, cedar: string | undefined]> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...EDGES) },
    { weight: 1, arbitrary: fc.oneof(fc.ipV4(), fc.ipV6()).map(spelled) },
  )

/** Cedar reads no IPv4 inside IPv6. */
function spelled(text: string): [text: string, cedar: string | undefined] {
  return text.includes(':') && text.includes('.') ? ['::1', '::1'] : [text, text]
}

/** Ranges that begin at such an address or have it inside, of every length. */
export const ranges = (): fc.Arbitrary<string> =>
  fc
    .tuple(addresses(), fc.nat(128), fc.boolean())
    .map(([[, address = '10.0.0.0'], bits, isWhole]) =>
      isWhole ? address : `${address}/${address.includes(':') ? bits : bits % 33}`,
    )
