'use client'

import { useEffect, useState } from 'react'
import { useLanguage } from '#app/_ui/language/words.tsx'

/**
 * Returns what stood behind the # of the address, and takes it out of the address bar, so that it stays in no history,
 * screenshot or shared link. Empty without one; undefined until the browser says.
 */
export function useHiddenFragment(path: string): string | undefined {
  // The page is read again in another language at its whole address, which the router then shows.
  const language = useLanguage()
  const [fragment, setFragment] = useState<string>()

  useEffect(() => {
    function take() {
      const found = window.location.hash.slice(1)
      window.history.replaceState(null, '', path)
      setFragment((before) => (found === '' ? (before ?? '') : found))
    }
    // oxlint-disable-next-line react/set-state-in-effect -- The fragment can be read in the browser only.
    take()
    window.addEventListener('hashchange', take)
    return () => window.removeEventListener('hashchange', take)
  }, [path, language])
  return fragment
}
