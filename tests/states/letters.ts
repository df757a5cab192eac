import { renderLetter } from '#server/mail/render.ts'
import type { Language } from '#server/words/language.ts'
import { desk, NAMES, sample } from '#tests/server/mail/samples.ts'

/** Every letter with its name, as a mail program gets it. */
export function lettersIn(language: Language): { name: string; html: string }[] {
  return NAMES.map((name) => ({ name, html: renderLetter(desk, sample(name, undefined, language)).html }))
}
