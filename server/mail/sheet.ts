import type { Keys } from '#server/crypto/keys.ts'
import type { LetterName, LetterOf } from '#server/mail/letter-types.ts'
import type { Language } from '#server/words/language.ts'
import type { Namespace, Words } from '#server/words/translate.ts'

/** What a letter says, before it is text or HTML. All of it is plain text; no part of it is ever taken for markup. */
export type Sheet = {
  paragraphs: string[]
  code?: string
  /** Labels and values: when, roughly where, which browser. */
  facts?: Fact[]
  /** The first link is the letter's button. Only ever to our own pages. */
  links?: Link[]
  /** What to do if the reader knows nothing about it. */
  ifNotYou?: string[]
}

export type Fact = { label: string; value: string }
export type Link = { label: string; url: string }

/** What a letter is written with: the product's name in one line, its pages, and the keys of codes and links. */
export type Desk = {
  product: string
  page: (path: `/${string}`) => string
  keys: Keys
  language: Language
  /** The sentences of one part of the catalogue, in the reader's language. */
  words: <const N extends Namespace>(namespace: N) => Words<N>
}

/** The writers of some letters; the compiler asks for one per name. */
export type Writers<Names extends LetterName> = { [Name in Names]: (letter: LetterOf<Name>, desk: Desk) => Sheet }
