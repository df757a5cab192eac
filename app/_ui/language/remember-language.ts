import { keepCookie } from '#app/_ui/browser/page-cookie.ts'
import type { Language } from '#server/words/language.ts'

/** Its name in server/callers/language.ts. */
const COOKIE = 'latchkey-language'

/** Keeps the chosen language in this browser; whoever is signed in gets their letters in it, too. */
export async function rememberLanguage(language: Language, signedIn: boolean): Promise<void> {
  keepCookie(COOKIE, language)
  if (!signedIn) return
  const { answer, api } = await import('#app/_ui/api/api.ts')
  // Who was signed out meanwhile sees that at the next step; the page changes its language all the same.
  await answer(api.account.language.$put({ json: { language } })).catch(() => {})
}
