'use client'

import { useEffect } from 'react'
import { useLanguage } from '#app/_ui/language/words.tsx'

/** Takes a letter's token out of the address bar, so that it stays in no history, screenshot or shared link. */
export function useHiddenToken(path: string): void {
  // The page is read again in another language at its whole address, which the router then shows.
  const language = useLanguage()
  useEffect(() => window.history.replaceState(null, '', path), [path, language])
}
