import { useRouter } from 'next/navigation'
import { startTransition, useOptimistic } from 'react'
import { keepCookie } from '#app/_ui/browser/page-cookie.ts'
import type { Theme } from '#server/callers/theme.ts'

/** Its name in server/callers/theme.ts. */
const COOKIE = 'latchkey-theme'

/** Returns the theme of the page, and what chooses another: the page has its colours at once, and the next ones from the start. */
export function useThemeChoice(current: Theme): [Theme, (theme: Theme) => void] {
  const router = useRouter()
  const [theme, show] = useOptimistic(current)

  function choose(chosen: Theme) {
    keepCookie(COOKIE, chosen)
    const { dataset } = document.documentElement
    if (chosen === 'system') delete dataset.theme
    else dataset.theme = chosen
    startTransition(() => {
      show(chosen)
      router.refresh()
    })
  }

  return [theme, choose]
}
