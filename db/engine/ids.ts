/** The letters of base64url in the order in which text is compared. */
const IN_ORDER = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
const TIME_LETTERS = 8
const RANDOM_LETTERS = 14

/**
 * An id of 22 letters: the time it is made (48 bits, epoch milliseconds), then 84 of the random bits (11 bytes) it is given. Ids rise with time,
 * so what is new stands together in every index, and adding it touches the same few pages among a million rows as among a thousand.
 * An id is a name, not a secret.
 */
export function risingId(now: number, random: Buffer): string {
  return inOrder(now, TIME_LETTERS) + random.toString('base64url').slice(0, RANDOM_LETTERS)
}

/** A whole number in so many letters, six bits each; greater numbers make greater text. */
export function inOrder(number: number, letters: number): string {
  return Array.from({ length: letters }, (_, index) =>
    IN_ORDER.charAt(Math.floor(number / 64 ** (letters - 1 - index)) % 64),
  ).join('')
}
