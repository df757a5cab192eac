import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import * as english from '@zxcvbn-ts/language-en'
import type { RefusalDetails } from '#server/errors.ts'

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
type Judgement = { score: number; refusal: PasswordRefusal | undefined; suggestions: string[] }

const dictionary = { ...common.dictionary, ...english.dictionary }
const estimator = new ZxcvbnFactory({ translations: english.translations, graphs: common.adjacencyGraphs, dictionary })
/** The packaged list of common and breached passwords. */
const STOLEN = new Set(common.dictionary['passwords-common'].map(String))
/** That list, and every other that is packaged with it: English words, names, titles. Shorter ones cannot make up most of a password. */
const LISTED = new Set(Object.values(dictionary).flat().map((word) => String(word).toLowerCase()).filter((word) => word.length > SHORTEST - OWN_CHARACTERS))

/** A password as it is hashed and compared: NFC and nothing else (NIST SP 800-63B-4 §3.1.1.2). */
export function normalisePassword(password: string): string {
  return password.normalize('NFC')
}

/**
 * Judges a password: at least 12 characters, no common word or breached password with a little around it, nor two of the latter, not
 * one piece over and over, not made of words about the person or this site. No rules about which characters. The estimate advises;
 * only what `refusalOf` finds refuses.
 */
export function judgePassword(password: string, contextWords: string[]): Judgement {
  const { score, feedback } = estimator.check(normalisePassword(password).slice(0, ESTIMATED_LENGTH), wordsIn(contextWords))
  const suggestions = [feedback.warning, ...feedback.suggestions].filter((line): line is string => Boolean(line))
  return { score, suggestions, refusal: refusalOf(password, contextWords) }
}

/** Why a password cannot be taken, if so. Cheap, unlike the estimate. */
export function refusalOf(password: string, contextWords: string[]): PasswordRefusal | undefined {
  const text = normalisePassword(password)
  const length = [...text].length
  const lower = text.toLowerCase()
  if (length < SHORTEST) return { reason: 'passwordTooShort', numbers: { least: SHORTEST } }
  if (length > LONGEST) return { reason: 'passwordTooLong', numbers: { most: LONGEST } }
  const own = wordsIn(contextWords).sort((a, b) => b.length - a.length).reduce((rest, word) => rest.replaceAll(word, ''), lower)
  if (own !== lower && own.length < OWN_CHARACTERS) return { reason: 'passwordOwnWords' }
  const readings = readingsOf(lower)
  if (readings.some((reading) => LISTED.has(reading))) return { reason: 'passwordListed' }
  if (readings.some(isTwoStolen)) return { reason: 'passwordTwoListed' }
  if (isOnePiece(lower)) return { reason: 'passwordRepeats' }
  return undefined
}

/** A text as it is, and without the few digits and signs with which people stretch a word; each also with letters for their stand-ins. */
function readingsOf(text: string): string[] {
  const begun = text.replace(/\P{L}+$/u, '')
  return [text, begun, begun.replace(/^\P{L}+/u, '')]
    .filter((reading) => text.length - reading.length < OWN_CHARACTERS)
    .flatMap((reading) => [reading, [...reading].map((character) => STAND_INS[character] ?? character).join('')])
}

/** Few stolen passwords are as long as ours have to be: longer common ones are mostly two of them in a row. */
function isTwoStolen(text: string): boolean {
  return Array.from({ length: text.length }, (_, at) => at).some((at) => STOLEN.has(text.slice(0, at)) && STOLEN.has(text.slice(at)))
}

function isOnePiece(text: string): boolean {
  const characters = [...text]
  return Array.from({ length: LONGEST_PIECE }, (_, index) => index + 1).some((piece) => characters.every((character, at) => character === characters[at % piece]))
}

function wordsIn(texts: string[]): string[] {
  return texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 3)
}
