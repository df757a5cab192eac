import type { Brand } from '#server/brand/settings.ts'
import type { Sheet } from '#server/mail/sheet.ts'
import type { Language } from '#server/words/language.ts'

/** The parts that every letter has: its title, the product's name, and the origin. */
export type Frame = {
  title: string
  notYou: string
  help: string
  /** For whom the letter is, and their initials, if they have a name. */
  person: { sentence: string; initials: string } | undefined
  /** Which address the letter was sent to: a person may have several in one mailbox. */
  sentTo: string
  language: Language
  product: string
  origin: string
  brand: Brand
}

/** Returns the letter as plain text. */
export function textOf(
  { paragraphs, code, facts = [], links = [], ifNotYou = [] }: Sheet,
  { title, person, notYou, help, sentTo, product, origin, brand }: Frame,
): string {
  return [
    ...(person ? [person.sentence] : []),
    title,
    ...(code ? [`    ${code}`] : []),
    ...paragraphs,
    facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    ...links.map(({ label, url }) => `${label}:\n${url}`),
    ...(ifNotYou.length > 0 ? [notYou, ...ifNotYou] : []),
    `--\n${product}, ${origin}${brand.support ? `\n${help}: ${brand.support.text}` : ''}\n${sentTo}`,
  ]
    .filter(Boolean)
    .join('\n\n')
}
