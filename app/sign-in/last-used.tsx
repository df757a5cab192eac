'use client'

import { type LastWay, lastWay } from '#app/_ui/browser/sign-in-memory.ts'
import { useBrowserFact } from '#app/_ui/browser/use-browser-fact.ts'
import { useWords } from '#app/_ui/language/words.tsx'

/** Tells whether somebody signed in this way here last. Not known before the page is read by its scripts. */
export function useLastUsed(way: LastWay): boolean {
  return useBrowserFact(lastWay, undefined) === way
}

/** Says beside a way in that it was the last one. `className` places it over what is there, so that nothing moves when it comes. */
export function LastUsed({ id, className = '' }: { id?: string; className?: string }) {
  const say = useWords('signIn')
  return (
    <span
      id={id}
      className={`pointer-events-none rounded-full border border-line bg-raised px-2 py-0.5 text-xs font-medium whitespace-nowrap text-link ${className}`}
    >
      {say('lastUsed')}
    </span>
  )
}
