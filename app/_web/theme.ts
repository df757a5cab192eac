import { headers } from 'next/headers'
import { words } from '#app/_web/words.tsx'
import { type Theme, THEME_HEADER, themeNamed, THEMES } from '#server/callers/theme.ts'

/** The themes to choose from, each with its name in the language of the page, and the one that this browser has. */
export type Appearance = { label: string; choices: { theme: Theme; name: string }[]; current: Theme }

/** The theme that this browser chose, as the server read it from the cookie. */
export async function currentTheme(): Promise<Theme> {
  return themeNamed((await headers()).get(THEME_HEADER))
}

/** What a choice between the themes shows. */
export async function appearance(): Promise<Appearance> {
  const [say, current] = await Promise.all([words('footer'), currentTheme()])
  return { label: say('theme'), choices: THEMES.map((theme) => ({ theme, name: say(`themes.${theme}`) })), current }
}
