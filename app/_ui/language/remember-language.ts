import type { Language } from '#server/words/language.ts'

const COOKIE = 'latchkey-language'
const YEAR_SECONDS = 31_536_000

/** Keeps the chosen language in this browser; whoever is signed in gets their letters in it, too. */
export async function rememberLanguage(language: Language, signedIn: boolean): Promise<void> {
  // Not every browser has the Cookie Store yet; the name is that of server/callers/language.ts.
  document.cookie = `${COOKIE}=${language}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax${window.location.protocol === 'https:' ? '; Secure' : ''}`
  if (!signedIn) return
  const { answer, api } = await import('#app/_ui/api/api.ts')
  // Who was signed out meanwhile sees that at the next step; the page changes its language all the same.
  await answer(api.account.language.$put({ json: { language } })).catch(() => {})
}
