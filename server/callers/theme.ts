import type { IncomingHttpHeaders } from 'node:http'
import { parse } from 'hono/utils/cookie'

/** The colours of the pages: those that the device has, or always the light or the dark ones. */
export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

/** The cookie with the colours that the person chose. It is not a secret, and scripts of the pages write it. */
const THEME_COOKIE = 'latchkey-theme'

/** The header in which the server passes the colours to the pages. A visitor's own value is overwritten. */
export const THEME_HEADER = 'x-latchkey-theme'

/** Returns the theme of this name, and that of the device for any other text. */
export function themeNamed(text: string | null | undefined): Theme {
  return THEMES.find((theme) => theme === text) ?? 'system'
}

/** Returns the theme of the page that a request asks for. */
export function themeOfPage({ cookie }: IncomingHttpHeaders): Theme {
  return themeNamed(parse(cookie ?? '', THEME_COOKIE)[THEME_COOKIE])
}
