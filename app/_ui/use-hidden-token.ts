'use client'

import { useEffect } from 'react'

/** Takes a letter's token out of the address bar, so that it stays in no history, screenshot or shared link. */
export function useHiddenToken(path: string): void {
  useEffect(() => window.history.replaceState(null, '', path), [path])
}
