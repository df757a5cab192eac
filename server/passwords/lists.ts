import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import * as english from '@zxcvbn-ts/language-en'

/** The key of a sentence of the estimator. */
export type Suggestion = {
  [Kind in 'warnings' | 'suggestions']: `${Kind}.${keyof (typeof english.translations)[Kind] & string}`
}['warnings' | 'suggestions']

/**
 * Shorter words cannot be most of a password and are not refused: a password has at least twelve characters, so fewer
 * than eight around a word leave five.
 */
const SHORTEST_WORD = 5
const dictionary = { ...common.dictionary, ...english.dictionary }
export const estimator = new ZxcvbnFactory({
  translations: { ...english.translations, warnings: keysOf('warnings'), suggestions: keysOf('suggestions') },
  graphs: common.adjacencyGraphs,
  dictionary,
})
/** The packaged list of common and stolen passwords. */
export const stolen = new Set(common.dictionary['passwords-common'].map(String))

/**
 * Returns whether a text is in any list of the package: stolen passwords, English words, names, titles. A set of them all
 * would need more memory than looking through them needs time.
 */
export function isListed(text: string): boolean {
  return text.length >= SHORTEST_WORD && Object.values(dictionary).some((words: unknown[]) => words.includes(text))
}

/** Returns the keys instead of the sentences. The catalogue has the sentences in the reader's language. */
function keysOf<Kind extends 'warnings' | 'suggestions'>(kind: Kind): (typeof english.translations)[Kind] {
  const sentences = Object.keys(english.translations[kind]).map((key) => [key, `${kind}.${key}`])
  return Object.fromEntries(sentences) as (typeof english.translations)[Kind] // The same keys, with other texts.
}
