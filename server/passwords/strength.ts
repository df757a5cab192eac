import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import * as english from '@zxcvbn-ts/language-en'
import type { RefusalDetails } from '#server/errors.ts'

const SHORTEST = 12
const LONGEST = 256
/** The estimator's cost grows with the square of the length, to a third of a second at 72; beyond this it has little to add. */
const ESTIMATED_LENGTH = 32
/** How many characters must be left when every word that anyone could guess is taken out. */
const OWN_CHARACTERS = 8

/** Why a password cannot be taken. */
export type PasswordRefusal = Required<Pick<RefusalDetails, 'reason'>> & Pick<RefusalDetails, 'numbers'>
/** How good a password is: 0 to 4 by estimate, why it cannot be taken (if so), and what would make it better. */
type Judgement = { score: number; refusal: PasswordRefusal | undefined; suggestions: Suggestion[] }
/** What the estimator says, by the key of its sentence. */
export type Suggestion = { [Kind in 'warnings' | 'suggestions']: `${Kind}.${keyof (typeof english.translations)[Kind] & string}` }['warnings' | 'suggestions']

const estimator = new ZxcvbnFactory({
  translations: { ...english.translations, warnings: keysOf('warnings'), suggestions: keysOf('suggestions') },
  graphs: common.adjacencyGraphs,
  dictionary: { ...common.dictionary, ...english.dictionary },
})
/** The keys in the place of their sentences: the catalogue says them in the reader's language. */
function keysOf<Kind extends 'warnings' | 'suggestions'>(kind: Kind): (typeof english.translations)[Kind] {
  const sentences = Object.keys(english.translations[kind]).map((key) => [key, `${kind}.${key}`])
  return Object.fromEntries(sentences) as (typeof english.translations)[Kind] // The same keys, with other texts.
}

/** The packaged list of common and breached passwords, compared whole and without regard to case. */
const LISTED = new Set(common.dictionary['passwords-common'].map(String))

/** A password as it is hashed and compared: NFC and nothing else (NIST SP 800-63B-4 §3.1.1.2). */
export function normalisePassword(password: string): string {
  return password.normalize('NFC')
}

/**
 * Judges a password: at least 12 characters, none of the common or breached ones nor two of them, not made of words about the person
 * or this site. No rules about which characters. The estimate advises; only what `refusalOf` finds refuses.
 */
export function judgePassword(password: string, contextWords: string[]): Judgement {
  const { score, feedback } = estimator.check(normalisePassword(password).slice(0, ESTIMATED_LENGTH), wordsIn(contextWords))
  const suggestions = [feedback.warning, ...feedback.suggestions].filter((line): line is Suggestion => Boolean(line))
  return { score, suggestions, refusal: refusalOf(password, contextWords) }
}

/** Why a password cannot be taken, if so. Cheap, unlike the estimate. */
export function refusalOf(password: string, contextWords: string[]): PasswordRefusal | undefined {
  const text = normalisePassword(password)
  const length = [...text].length
  const lower = text.toLowerCase()
  if (length < SHORTEST) return { reason: 'passwordTooShort', numbers: { least: SHORTEST } }
  if (length > LONGEST) return { reason: 'passwordTooLong', numbers: { most: LONGEST } }
  if (LISTED.has(lower)) return { reason: 'passwordListed' }
  const own = wordsIn(contextWords).sort((a, b) => b.length - a.length).reduce((rest, word) => rest.replaceAll(word, ''), lower)
  if (own !== lower && own.length < OWN_CHARACTERS) return { reason: 'passwordOwnWords' }
  if (isTwoListed(lower)) return { reason: 'passwordTwoListed' }
  return undefined
}

/** Few listed passwords are as long as ours have to be: longer common ones are mostly two of them in a row. */
function isTwoListed(text: string): boolean {
  return Array.from({ length: text.length }, (_, at) => at).some((at) => LISTED.has(text.slice(0, at)) && LISTED.has(text.slice(at)))
}

function wordsIn(texts: string[]): string[] {
  return texts.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 3)
}
