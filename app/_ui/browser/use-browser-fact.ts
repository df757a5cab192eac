'use client'

import { useSyncExternalStore } from 'react'

/** Something only the browser knows and that does not change while the page is open. The server assumes `assumed`. */
export function useBrowserFact<Fact>(read: () => Fact, assumed: Fact): Fact {
  return useSyncExternalStore(never, read, () => assumed)
}

function never(): () => void {
  return () => {}
}
