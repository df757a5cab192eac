import { hmac, type Key, type Keys, sameText } from '#server/crypto/keys.ts'

/** The six digits of a code letter: made from the letter's id, so that no row ever holds them. */
export function mailboxCode({ letter: [newest] }: Keys, letterId: string): string {
  return codeUnder(newest, letterId)
}

/** Tells whether these are the letter's six digits, under any key of the ring. */
export function isMailboxCode({ letter: ring }: Keys, letterId: string, code: string): boolean {
  // Every key is tried before the answer, so that the time does not tell which one fits.
  return ring.map((key) => sameText(codeUnder(key, letterId), code)).includes(true)
}

/** 48 bits fold onto a million codes with a bias of one in 280 million. */
function codeUnder(key: Key, letterId: string): string {
  const number = hmac([key], `code:${letterId}`).readUIntBE(0, 6) % 1_000_000
  return String(number).padStart(6, '0')
}
