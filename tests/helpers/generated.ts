import fc from 'fast-check'

const SEED = Number(process.env.ATTACK_SEED) || 1
/** How many times as many cases as in `npm test`. */
const TIMES = Number(process.env.GENERATED_TIMES) || 1

/**
 * Checks generated cases. Throws with the smallest that fails and the seed; `ATTACK_SEED` repeats it, `GENERATED_TIMES` tries more.
 * Each part has cases of its own, for checks that need more than one file.
 */
export async function forGenerated<T>(
  arbitrary: fc.Arbitrary<T>,
  runs: number,
  check: (value: T) => Promise<void> | void,
  part = 0,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(arbitrary, async (value) => check(value)),
    { seed: SEED + part * 1_000_003, numRuns: runs * TIMES },
  )
}

/** What people type and paste, and what nobody types: parts of names, marks, spaces, controls, halves of characters. */
const PARTS = [
  'Ada',
  'a',
  ' ',
  'e\u0301',
  'A\u030a',
  '\u212b',
  '\ufb01',
  '\u1100\u1161\u11a8',
  '\u05d3\u05d5\u05d3',
  '\u200f',
  '\u202e',
  '\u202a',
  '\u202c',
  '\u2066',
  '\u2069',
  '\u061c',
  '\u200b',
  '\u200d',
  '\u2060',
  '\u00ad',
  '\ufeff',
  '\u3164',
  '\u2800',
  '\u115f',
  '\ufe0f',
  '\u{e0041}',
  '\u2028',
  '\u2029',
  '\u00a0',
  '\u3000',
  '\u180e',
  '\u0000',
  '\r\nBcc: x@evil.example',
  '\u001b[31m',
  '\u0085',
  '\u009f',
  '\ud800',
  '\udc00',
  '\uffff',
  '\ufffd',
  '\u{1f469}\u200d\u{1f4bb}',
  '\u0301'.repeat(12),
  '<svg/onload=x>',
  '"',
  '{{x}}',
  '%s%n',
  '\ufdfa'.repeat(20),
  'x'.repeat(40),
]

/** Texts of these parts, and any others. */
export function texts(): fc.Arbitrary<string> {
  return fc.oneof(
    { weight: 3, arbitrary: fc.array(fc.constantFrom(...PARTS), { maxLength: 5 }).map((parts) => parts.join('')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
  )
}

/** A code with what gets between its characters when people copy it: spaces, dashes of any kind, invisible characters. */
export function pasted(code: string, most: number): fc.Arbitrary<string> {
  const between = Array.from(
    ' \t\n\u00a0\u2009\u3000-\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d\u200b\u200c\u200d\u2060\u00ad\ufeff\u200e\u202c',
  )
  return fc
    .array(fc.tuple(fc.nat(code.length), fc.constantFrom(...between)), { maxLength: most })
    .map((places) =>
      places
        .toSorted(([a], [b]) => b - a)
        .reduce((text, [at, character]) => text.slice(0, at) + character + text.slice(at), code),
    )
}
