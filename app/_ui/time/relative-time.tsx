'use client'

import { perLanguage } from '#app/_ui/time/per-language.ts'
import { relative } from '#app/_ui/time/relative.ts'
import { useNow } from '#app/_ui/time/server-clock.tsx'
import { useBrowserFact } from '#app/_ui/browser/use-browser-fact.ts'
import { useLanguage, useWords } from '#app/_ui/language/words.tsx'

const STYLE = { dateStyle: 'full', timeStyle: 'medium' } as const
const localIn = perLanguage((region) => new Intl.DateTimeFormat(region, STYLE))
const utcIn = perLanguage((region) => new Intl.DateTimeFormat(region, { ...STYLE, timeZone: 'UTC' }))

/** A time as people say it, with the exact local one on hover. The server, which knows no time zone, gives UTC. */
export function RelativeTime({ at }: { at: number }) {
  const now = useNow()
  const language = useLanguage()
  const say = useWords('components')
  const exact = useBrowserFact(() => localIn(language).format(at), `${utcIn(language).format(at)} UTC`)
  return (
    <time dateTime={new Date(at).toISOString()} title={exact} className="whitespace-nowrap">
      {relative(at, now, { language, say })}
    </time>
  )
}
