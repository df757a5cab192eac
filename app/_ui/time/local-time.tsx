'use client'

import { useBrowserFact } from '#app/_ui/browser/use-browser-fact.ts'
import { useLanguage, useWords } from '#app/_ui/language/words.tsx'

const DAY = { weekday: 'long', month: 'long', day: 'numeric' } as const
const HOUR = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const

/** A time to be there for: day, hour and time zone of the person's own device. The server, which knows no time zone, gives UTC. */
export function LocalTime({ at }: { at: number }) {
  const say = useWords('components')
  const language = useLanguage()
  const shown = useBrowserFact(() => written(), written('UTC'))

  /** The hour stays together on one line. */
  function written(timeZone?: string): string {
    const date = new Date(at)
    const hour = date.toLocaleTimeString(language, { ...HOUR, timeZone }).replace(/\s/g, '\u00a0')
    return say('dayAt', { day: date.toLocaleDateString(language, { ...DAY, timeZone }), hour })
  }

  return <time dateTime={new Date(at).toISOString()}>{shown}</time>
}
