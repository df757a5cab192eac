import type { IncomingHttpHeaders } from 'node:http'
import { parseAccept } from 'hono/utils/accept'
import { parse } from 'hono/utils/cookie'
import { type Language, languageNamed, LANGUAGES } from '#server/words/language.ts'

/** The cookie with the language that the person chose. It is not a secret, and scripts of the pages write it. */
export const LANGUAGE_COOKIE = 'latchkey-language'

/** The header in which the server passes the language of the URL to the pages. */
export const LANGUAGE_HEADER = 'x-latchkey-language'

const LONGEST_HEADER = 500

/** Returns the chosen language, or else the available language that the browser prefers (RFC 9110 §12.5.4). */
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

/** Returns the language of a request's page: that of its URL, which the server put into a header, or else as `languageOf`. */
export function languageAsked(headers: IncomingHttpHeaders): Language {
  return languageOf({
    chosen:
      languageNamed(headers[LANGUAGE_HEADER]?.toString()) ??
      parse(headers.cookie ?? '', LANGUAGE_COOKIE)[LANGUAGE_COOKIE],
    accepted: headers['accept-language'],
  })
}
