import { bareCode } from '#server/typed-code.ts'

/** Crockford's base 32: no I, L, O or U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SELECTOR_LENGTH = 4
const CODE_LENGTH = 20

/** The two parts of a backup code: a selector that finds its row, and a verifier of 80 bits that proves it. */
export type BackupCodeParts = { selector: string; verifier: string }

/** Draws a set of codes with different selectors. */
export function newCodes(random: (bytes: number) => Buffer, count: number): BackupCodeParts[] {
  const codes = new Map<string, BackupCodeParts>()
  while (codes.size < count) {
    const code = partsOf(Array.from(random(CODE_LENGTH), (byte) => ALPHABET.charAt(byte & 31)).join(''))
    codes.set(code.selector, code)
  }
  return [...codes.values()]
}

/** Formats a code for people: XXXX-XXXX-XXXX-XXXX-XXXX. */
export function writeCode({ selector, verifier }: BackupCodeParts): string {
  return (selector + verifier).replace(/.{4}(?=.)/g, '$&-')
}

/**
 * Parses a typed code: in any case, with any spaces and dashes, with O for 0 and I or L for 1. Returns undefined for
 * anything else.
 */
export function readCode(text: string): BackupCodeParts | undefined {
  const code = bareCode(text).toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1')
  const fits = code.length === CODE_LENGTH && Array.from(code).every((letter) => ALPHABET.includes(letter))
  return fits ? partsOf(code) : undefined
}

function partsOf(code: string): BackupCodeParts {
  return { selector: code.slice(0, SELECTOR_LENGTH), verifier: code.slice(SELECTOR_LENGTH) }
}
