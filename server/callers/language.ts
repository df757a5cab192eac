import type { IncomingHttpHeaders } from 'node:http'
import { parseAccept } from 'hono/utils/accept'
import { parse } from 'hono/utils/cookie'
import { type Language, languageNamed, LANGUAGES } from '#server/words/language.ts'

/** The cookie with the language that the person chose. It is not a secret, and scripts of the pages write it. */
export const LANGUAGE_COOKIE = 'latchkey-language'

/** The header in which the server passes the language of the URL to the pages. */
export const LANGUAGE_HEADER = 'x-latchkey-language'

const LONGEST_HEADER = 500

/**
 * Returns the language that the URL asks for, or else the chosen one, or else the available language that the browser
 * prefers (RFC 9110 §12.5.4).
 */
export function languageOf({ asked, chosen, accepted }: Wishes): Language {
  const preferred = parseAccept(accepted?.slice(0, LONGEST_HEADER) ?? '').filter(({ q }) => q > 0)
  return (
    [asked, chosen, ...preferred.map(({ type }) => type)]
      .map((wish) => languageNamed(wish ?? undefined))
      .find((language) => language !== undefined) ?? LANGUAGES[0]
  )
}

type Wishes = {
  /** What the URL of a page asks for. The API has no such URLs. */
  asked?: string | null
  chosen: string | undefined
  accepted: string | null | undefined
}

/** Returns the language of the page that a request asks for. */
export function languageOfPage(headers: IncomingHttpHeaders): Language {
  return languageOf({
    asked: headers[LANGUAGE_HEADER]?.toString(),
    chosen: parse(headers.cookie ?? '', LANGUAGE_COOKIE)[LANGUAGE_COOKIE],
    accepted: headers['accept-language'],
  })
}
