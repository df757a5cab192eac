/** Crockford's base 32: no I, L, O or U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const SELECTOR_LENGTH = 4
const CODE_LENGTH = 20

/** A backup code in its two parts: a selector that finds it, and 80 bits that prove it. */
export type BackupCodeParts = { selector: string; verifier: string }

/** Makes a set of codes whose selectors all differ. */
export function newCodes(random: (bytes: number) => Buffer, count: number): BackupCodeParts[] {
  const codes = new Map<string, BackupCodeParts>()
  while (codes.size < count) {
    const code = partsOf(Array.from(random(CODE_LENGTH), (byte) => ALPHABET.charAt(byte & 31)).join(''))
    codes.set(code.selector, code)
  }
  return [...codes.values()]
}

/** Writes a code as people read it: XXXX-XXXX-XXXX-XXXX-XXXX. */
export function writeCode({ selector, verifier }: BackupCodeParts): string {
  return (selector + verifier).replace(/.{4}(?=.)/g, '$&-')
}

/** Reads what somebody typed: any case, spaces and hyphens as they like, O for 0, I and L for 1. Nothing if it is no code. */
export function readCode(text: string): BackupCodeParts | undefined {
  const code = text.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  const fits = code.length === CODE_LENGTH && Array.from(code).every((letter) => ALPHABET.includes(letter))
  return fits ? partsOf(code) : undefined
}

function partsOf(code: string): BackupCodeParts {
  return { selector: code.slice(0, SELECTOR_LENGTH), verifier: code.slice(SELECTOR_LENGTH) }
}
