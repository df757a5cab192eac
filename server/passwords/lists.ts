import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import * as english from '@zxcvbn-ts/language-en'

export type Lists = { estimator: ZxcvbnFactory; stolen: Set<string>; listed: Set<string> }
/** The key of a sentence of the estimator. */
export type Suggestion = {
  [Kind in 'warnings' | 'suggestions']: `${Kind}.${keyof (typeof english.translations)[Kind] & string}`
}['warnings' | 'suggestions']

/**
 * Only words of at least this length are refused. A password has at least twelve characters, so fewer than eight around
 * a word leave five.
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
 * That list and all others in the package: English words, names, titles. Shorter entries cannot be most of a password.
 */
export const listed = new Set(
  Object.values(dictionary)
    .flat()
    .map((word) => String(word).toLowerCase())
    .filter((word) => word.length >= SHORTEST_WORD),
)

/** Returns the keys instead of the sentences. The catalogue has the sentences in the reader's language. */
function keysOf<Kind extends 'warnings' | 'suggestions'>(kind: Kind): (typeof english.translations)[Kind] {
  const sentences = Object.keys(english.translations[kind]).map((key) => [key, `${kind}.${key}`])
  return Object.fromEntries(sentences) as (typeof english.translations)[Kind] // The same keys, with other texts.
}
