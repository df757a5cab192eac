import type { RefusalDetails } from '#server/errors.ts'
import { estimator, isListed, stolen, type Suggestion } from '#server/passwords/lists.ts'
import { normalisePassword } from '#server/passwords/normalise.ts'

const SHORTEST = 12
const LONGEST = 256
/**
 * How many characters are estimated. The cost grows with the square of the length, to a third of a second at 72
 * characters, and longer texts change the estimate little.
 */
const ESTIMATED_LENGTH = 32
/** How many characters a password must have besides a word that is easy to guess. */
const OWN_CHARACTERS = 8
/** The longest piece whose repetition is refused. */
const LONGEST_PIECE = 6
/** The characters that people write instead of letters. */
const STAND_INS: Record<string, string> = { '@': 'a', 4: 'a', 3: 'e', 1: 'i', '!': 'i', 0: 'o', $: 's', 5: 's', 7: 't' }

/** The reason why a password is refused. */
export type PasswordRefusal = Required<Pick<RefusalDetails, 'reason'>> & Pick<RefusalDetails, 'numbers'>
/** The strength of a password: the estimate from 0 to 4, the reason for a refusal if it is refused, and suggestions. */
export type Judgement = { score: number; refusal: PasswordRefusal | undefined; suggestions: Suggestion[] }
/**
 * Judges a password. It refuses one with fewer than 12 characters, a common word or a stolen password with little
 * around it, two stolen passwords in a row, a repeated piece, and words about the person or this site. There are no
 * rules about kinds of characters. The estimate is advice only; `refusalOf` decides.
 */
export function judgePassword(password: string, contextWords: string[]): Judgement {
  const { score, feedback } = estimator.check(
    normalisePassword(password).slice(0, ESTIMATED_LENGTH),
    wordsIn(contextWords),
  )
  const suggestions = [feedback.warning, ...feedback.suggestions].filter((line): line is Suggestion => Boolean(line))
  return { score, suggestions, refusal: refusalOf(password, contextWords) }
}

/** Returns the reason for refusing a password, and undefined if it is accepted. This is cheap, unlike the estimate. */
export function refusalOf(password: string, contextWords: string[]): PasswordRefusal | undefined {
  const text = normalisePassword(password)
  const length = Array.from(text).length
  const lower = text.toLowerCase()
  if (length < SHORTEST) return { reason: 'passwordTooShort', numbers: { least: SHORTEST } }
  if (length > LONGEST) return { reason: 'passwordTooLong', numbers: { most: LONGEST } }
  const readings = readingsOf(lower)
  if (readings.some((reading) => stolen.has(reading))) return { reason: 'passwordListed' }
  const own = wordsIn(contextWords)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(word, ''), lower)
  if (own !== lower && own.length < OWN_CHARACTERS) return { reason: 'passwordOwnWords' }
  if (readings.some(isListed)) return { reason: 'passwordCommonWord' }
  if (readings.some((reading) => isTwoStolen(reading))) return { reason: 'passwordTwoListed' }
  if (isOnePiece(lower)) return { reason: 'passwordRepeats' }
  return undefined
}

/**
 * Returns the text itself and the text without the few digits and signs around a word, each also with letters instead
 * of their stand-ins.
 */
function readingsOf(text: string): string[] {
  const begun = text.replace(/\P{L}+$/u, '')
  return [text, begun, begun.replace(/^\P{L}+/u, '')]
    .filter((reading) => text.length - reading.length < OWN_CHARACTERS)
    .flatMap((reading) => [reading, Array.from(reading, (character) => STAND_INS[character] ?? character).join('')])
}

/**
 * Returns whether the text is two stolen passwords in a row. Few stolen passwords have 12 characters; longer common
 * passwords are mostly two of them.
 */
function isTwoStolen(text: string): boolean {
  return Array.from({ length: text.length }, (_, at) => at).some(
    (at) => stolen.has(text.slice(0, at)) && stolen.has(text.slice(at)),
  )
}

function isOnePiece(text: string): boolean {
  const characters = Array.from(text)
  return Array.from({ length: LONGEST_PIECE }, (_, index) => index + 1).some((piece) =>
    characters.every((character, at) => character === characters[at % piece]),
  )
}

function wordsIn(texts: string[]): string[] {
  return texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 3)
}
