'use client'

import { relative } from '#app/_ui/time/relative.ts'
import { useNow } from '#app/_ui/time/server-clock.tsx'
import { useBrowserFact } from '#app/_ui/browser/use-browser-fact.ts'
import { useLanguage, useWords } from '#app/_ui/language/words.tsx'

const STYLE = { dateStyle: 'full', timeStyle: 'medium' } as const

/** A time as people say it, with the exact local one on hover. The server, which knows no time zone, gives UTC. */
export function RelativeTime({ at }: { at: number }) {
  const now = useNow()
  const language = useLanguage()
  const say = useWords('components')
  const exact = useBrowserFact(
    () => new Date(at).toLocaleString(language, STYLE),
    `${new Date(at).toLocaleString(language, { ...STYLE, timeZone: 'UTC' })} UTC`,
  )
  return (
    <time dateTime={new Date(at).toISOString()} title={exact} className="whitespace-nowrap">
      {relative(at, now, { language, say })}
    </time>
  )
}
