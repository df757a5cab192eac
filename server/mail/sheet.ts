import type { Keys } from '#server/crypto/keys.ts'
import type { LetterName, LetterOf } from '#server/mail/letter-types.ts'
import type { Language } from '#server/words/language.ts'
import type { Namespace, Words } from '#server/words/translate.ts'

/**
 * The content of a letter, before it is rendered as text or HTML. All of it is plain text and is never parsed as
 * markup.
 */
export type Sheet = {
  paragraphs: string[]
  code?: string
  /** Labels and values: when, roughly where, which browser. */
  facts?: Fact[]
  /** Links to our own pages only. The first one is the letter's button. */
  links?: Link[]
  /** What to do if the reader did not cause it. */
  ifNotYou?: string[]
}

export type Fact = { label: string; value: string }
export type Link = { label: string; url: string }

/**
 * What the writers of letters need: the product's name in one line, the URLs of its pages, and the keys of codes and
 * links.
 */
export type Desk = {
  product: string
  page: (path: `/${string}`) => string
  keys: Keys
  language: Language
  /** The sentences of one part of the catalogue, in the reader's language. */
  words: <const N extends Namespace>(namespace: N) => Words<N>
}

/** The writers of some letters. The compiler requires one per name. */
export type Writers<Names extends LetterName> = { [Name in Names]: (letter: LetterOf<Name>, desk: Desk) => Sheet }
