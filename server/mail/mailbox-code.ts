import type { CodeLength } from '#server/ceremonies.ts'
import { hmac, type Key, type Keys, sameText } from '#server/crypto/keys.ts'

/**
 * Returns the digits of a code letter: six, or twelve for a letter that several requests may share. They are derived
 * from the letter's id, so the database never stores them.
 */
export function mailboxCode({ letter: [newest] }: Keys, letterId: string, digits: CodeLength = 6): string {
  return codeUnder(newest, letterId, digits)
}

/** Returns whether these are the letter's digits, under any key of the ring. */
export function isMailboxCode({ letter: ring }: Keys, letterId: string, code: string, digits: CodeLength = 6): boolean {
  // Every key is tried, so that the time does not reveal which one matches.
  return ring.map((key) => sameText(codeUnder(key, letterId, digits), code)).includes(true)
}

/** Returns a code as a letter shows it: twelve digits in groups of four. */
export function writtenCode(code: string): string {
  return code.length === 12 ? code.replace(/\d{4}(?=\d)/g, '$&-') : code
}

/** 48 bits modulo a million have a bias of one in 280 million; 88 bits modulo a million million one of less. */
function codeUnder(key: Key, letterId: string, digits: CodeLength): string {
  if (digits === 6) return String(hmac([key], `code:${letterId}`).readUIntBE(0, 6) % 1_000_000).padStart(6, '0')
  const number = BigInt(`0x${hmac([key], `long code:${letterId}`).toString('hex', 0, 11)}`)
  return String(number % 1_000_000_000_000n).padStart(12, '0')
}
