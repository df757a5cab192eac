import type { RefusalDetails } from '#server/errors.ts'
import type { Lists, Suggestion } from '#server/passwords/lists.ts'
import { normalisePassword } from '#server/passwords/normalise.ts'

const SHORTEST = 12
const LONGEST = 256
/** The estimator's cost grows with the square of the length, to a third of a second at 72; beyond this it has little to add. */
const ESTIMATED_LENGTH = 32
/** How many characters must be left when what anyone could guess is taken out. */
const OWN_CHARACTERS = 8
/** The longest piece that is no password however often it is repeated. */
const LONGEST_PIECE = 6
/** What people write for a letter. */
const STAND_INS: Record<string, string> = { '@': 'a', 4: 'a', 3: 'e', 1: 'i', '!': 'i', 0: 'o', $: 's', 5: 's', 7: 't' }

/** Why a password cannot be taken. */
export type PasswordRefusal = Required<Pick<RefusalDetails, 'reason'>> & Pick<RefusalDetails, 'numbers'>
/** How good a password is: 0 to 4 by estimate, why it cannot be taken (if so), and what would make it better. */
type Judgement = { score: number; refusal: PasswordRefusal | undefined; suggestions: Suggestion[] }
/**
 * Judges a password: at least 12 characters, no common word or breached password with a little around it, nor two of the latter, not
 * one piece over and over, not made of words about the person or this site. No rules about which characters. The estimate advises;
 * only what `refusalOf` finds refuses.
 */
export async function judgePassword(password: string, contextWords: string[]): Promise<Judgement> {
  const { estimator } = await loadLists()
  const { score, feedback } = estimator.check(
    normalisePassword(password).slice(0, ESTIMATED_LENGTH),
    wordsIn(contextWords),
  )
  const suggestions = [feedback.warning, ...feedback.suggestions].filter((line): line is Suggestion => Boolean(line))
  return { score, suggestions, refusal: await refusalOf(password, contextWords) }
}

/** Why a password cannot be taken, if so. Cheap, unlike the estimate. */
export async function refusalOf(password: string, contextWords: string[]): Promise<PasswordRefusal | undefined> {
  const text = normalisePassword(password)
  const length = Array.from(text).length
  const lower = text.toLowerCase()
  if (length < SHORTEST) return { reason: 'passwordTooShort', numbers: { least: SHORTEST } }
  if (length > LONGEST) return { reason: 'passwordTooLong', numbers: { most: LONGEST } }
  const own = wordsIn(contextWords)
    .sort((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(word, ''), lower)
  if (own !== lower && own.length < OWN_CHARACTERS) return { reason: 'passwordOwnWords' }
  const { listed, stolen } = await loadLists()
  const readings = readingsOf(lower)
  if (readings.some((reading) => listed.has(reading))) return { reason: 'passwordListed' }
  if (readings.some((reading) => isTwoOf(stolen, reading))) return { reason: 'passwordTwoListed' }
  if (isOnePiece(lower)) return { reason: 'passwordRepeats' }
  return undefined
}

/** A text as it is, and without the few digits and signs with which people stretch a word; each also with letters for their stand-ins. */
function readingsOf(text: string): string[] {
  const begun = text.replace(/\P{L}+$/u, '')
  return [text, begun, begun.replace(/^\P{L}+/u, '')]
    .filter((reading) => text.length - reading.length < OWN_CHARACTERS)
    .flatMap((reading) => [reading, Array.from(reading, (character) => STAND_INS[character] ?? character).join('')])
}

/** Few stolen passwords are as long as ours have to be: longer common ones are mostly two of them in a row. */
function isTwoOf(stolen: Set<string>, text: string): boolean {
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

/** The lists are loaded with the first password that is judged: they take more memory than all the rest. */
function loadLists(): Promise<Lists> {
  return import('#server/passwords/lists.ts')
}
