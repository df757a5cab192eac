import { hmac, type Key, type Keys, sameText } from '#server/crypto/keys.ts'

/**
 * Returns the six digits of a code letter. They are derived from the letter's id, so the database never stores them.
 */
export function mailboxCode({ letter: [newest] }: Keys, letterId: string): string {
  return codeUnder(newest, letterId)
}

/** Returns whether these are the letter's six digits, under any key of the ring. */
export function isMailboxCode({ letter: ring }: Keys, letterId: string, code: string): boolean {
  // Every key is tried, so that the time does not reveal which one matches.
  return ring.map((key) => sameText(codeUnder(key, letterId), code)).includes(true)
}

/** 48 bits modulo a million have a bias of one in 280 million. */
function codeUnder(key: Key, letterId: string): string {
  const number = hmac([key], `code:${letterId}`).readUIntBE(0, 6) % 1_000_000
  return String(number).padStart(6, '0')
}
