/** The letters of base64url in the order of text comparison. */
const IN_ORDER = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
const TIME_LETTERS = 8
const RANDOM_LETTERS = 14

/**
 * Returns an id of 22 letters: the time (48 bits, epoch milliseconds), then 84 of the given random bits (11 bytes). Ids
 * rise with time, so new rows are next to each other in every index, and an insert touches the same few pages among a
 * million rows as among a thousand. An id is a name, not a secret.
 */
export function risingId(now: number, random: Buffer): string {
  return inOrder(now, TIME_LETTERS) + random.toString('base64url').slice(0, RANDOM_LETTERS)
}

/** Returns a whole number in this many letters, six bits each. Greater numbers give greater text. */
export function inOrder(number: number, letters: number): string {
  return Array.from({ length: letters }, (_, index) =>
    IN_ORDER.charAt(Math.floor(number / 64 ** (letters - 1 - index)) % 64),
  ).join('')
}
