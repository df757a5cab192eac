import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import * as english from '@zxcvbn-ts/language-en'

export type Lists = { estimator: ZxcvbnFactory; stolen: Set<string>; listed: Set<string> }
/** What the estimator says, by the key of its sentence. */
export type Suggestion = {
  [Kind in 'warnings' | 'suggestions']: `${Kind}.${keyof (typeof english.translations)[Kind] & string}`
}['warnings' | 'suggestions']

/** Twelve characters with eight of one's own around leave a word of this length at least. */
const SHORTEST_WORD = 5
const dictionary = { ...common.dictionary, ...english.dictionary }
export const estimator = new ZxcvbnFactory({
  translations: { ...english.translations, warnings: keysOf('warnings'), suggestions: keysOf('suggestions') },
  graphs: common.adjacencyGraphs,
  dictionary,
})
/** The packaged list of common and breached passwords. */
export const stolen = new Set(common.dictionary['passwords-common'].map(String))
/** That list, and every other that is packaged with it: English words, names, titles. Shorter ones cannot make up most of a password. */
export const listed = new Set(
  Object.values(dictionary)
    .flat()
    .map((word) => String(word).toLowerCase())
    .filter((word) => word.length >= SHORTEST_WORD),
)

/** The keys in the place of their sentences: the catalogue says them in the reader's language. */
function keysOf<Kind extends 'warnings' | 'suggestions'>(kind: Kind): (typeof english.translations)[Kind] {
  const sentences = Object.keys(english.translations[kind]).map((key) => [key, `${kind}.${key}`])
  return Object.fromEntries(sentences) as (typeof english.translations)[Kind] // The same keys, with other texts.
}
