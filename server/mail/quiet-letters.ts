import * as users from '#db/users.ts'
import type { Reader } from '#db/engine/database.ts'
import type { LetterName } from '#server/mail/letter-types.ts'

/**
 * The letters that a person can turn off. Each of them only informs: its event is in the activity, and no attack that
 * docs/custody.md names goes unnoticed without it. Every other letter is always sent.
 */
export const CAN_BE_QUIET = ['data-exported', 'totp-revived'] as const satisfies LetterName[]
export type QuietLetter = (typeof CAN_BE_QUIET)[number]

/** Returns the letters that a person turned off, in the order of the list. A name that is not in the list is ignored. */
export async function quietLetters(reader: Reader, userId: string): Promise<QuietLetter[]> {
  const stored = await users.findQuietLetters(reader, userId)
  // `setQuietLetters` wrote it from an array of names.
  const names = JSON.parse(stored?.quietLetters ?? '[]') as string[]
  return CAN_BE_QUIET.filter((letter) => names.includes(letter))
}

/** Returns whether a person turned this letter off. Reads nothing for a letter that cannot be turned off. */
export async function isQuiet(reader: Reader, userId: string, letter: LetterName): Promise<boolean> {
  const chosen = CAN_BE_QUIET.find((name) => name === letter)
  return chosen !== undefined && (await quietLetters(reader, userId)).includes(chosen)
}
