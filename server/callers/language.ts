import { parseAccept } from 'hono/utils/accept'
import { type Language, languageNamed, LANGUAGES } from '#server/words/language.ts'

/** In which cookie a browser keeps the language its person chose. No secret: the pages write it themselves. */
export const LANGUAGE_COOKIE = 'latchkey-language'

/** In which header the middleware tells the pages the language that their address asks for. */
export const LANGUAGE_HEADER = 'x-latchkey-language'

const LONGEST_HEADER = 500

/** The language to speak: the chosen one, else the one of ours that the browser likes best (RFC 9110 §12.5.4). */
export function languageOf({
  chosen,
  accepted,
}: {
  chosen: string | undefined
  accepted: string | null | undefined
}): Language {
  const wishes = parseAccept(accepted?.slice(0, LONGEST_HEADER) ?? '').filter(({ q }) => q > 0)
  return (
    [chosen, ...wishes.map(({ type }) => type)].map(languageNamed).find((language) => language !== undefined) ??
    LANGUAGES[0]
  )
}
