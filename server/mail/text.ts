import type { Brand } from '#server/brand/settings.ts'
import type { Sheet } from '#server/mail/sheet.ts'
import type { Language } from '#server/words/language.ts'

/** What is around every letter: its name, the product's, and where it comes from. */
export type Frame = {
  title: string
  notYou: string
  help: string
  language: Language
  product: string
  origin: string
  brand: Brand
}

/** The letter for mail programs, and people, that prefer plain text. */
export function textOf(
  { paragraphs, code, facts = [], links = [], ifNotYou = [] }: Sheet,
  { title, notYou, help, product, origin, brand }: Frame,
): string {
  return [
    title,
    ...(code ? [`    ${code}`] : []),
    ...paragraphs,
    facts.map(({ label, value }) => `${label}: ${value}`).join('\n'),
    ...links.map(({ label, url }) => `${label}:\n${url}`),
    ...(ifNotYou.length > 0 ? [notYou, ...ifNotYou] : []),
    `--\n${product}, ${origin}${brand.support ? `\n${help}: ${brand.support.text}` : ''}`,
  ]
    .filter(Boolean)
    .join('\n\n')
}
