import { z } from 'zod'

/** The languages every text is written in; the first is spoken to whoever reads none of them. */
export const LANGUAGES = ['en', 'de'] as const
export type Language = (typeof LANGUAGES)[number]

/** What each language calls itself. */
export const LANGUAGE_NAMES: Record<Language, string> = { en: 'English', de: 'Deutsch' }

/** A language as a request or a row names it (BCP 47). */
export const LanguageSchema = z.enum(LANGUAGES)

/** Our name for a language that something calls by this text, if it is one of ours: "de-AT" is "de". */
export function languageNamed(text: string | undefined): Language | undefined {
  const primary = text?.split('-')[0]?.toLowerCase()
  return LANGUAGES.find((language) => language === primary)
}
