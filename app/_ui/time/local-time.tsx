'use client'

import { useBrowserFact } from '#app/_ui/browser/use-browser-fact.ts'
import { useLanguage, useWords } from '#app/_ui/language/words.tsx'
import { perLanguage } from '#app/_ui/time/per-language.ts'

const DAY = { weekday: 'long', month: 'long', day: 'numeric' } as const
const HOUR = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const
const LOCAL = formats()
const UTC = formats('UTC')

/** A time to be there for: day, hour and time zone of the person's own device. The server, which knows no time zone, gives UTC. */
export function LocalTime({ at }: { at: number }) {
  const say = useWords('components')
  const language = useLanguage()
  const shown = useBrowserFact(() => written(LOCAL), written(UTC))

  /** The hour stays together on one line. */
  function written({ day, hour }: ReturnType<typeof formats>): string {
    return say('dayAt', { day: day(language).format(at), hour: hour(language).format(at).replace(/\s/g, '\u00a0') })
  }

  return <time dateTime={new Date(at).toISOString()}>{shown}</time>
}

function formats(timeZone?: string) {
  return {
    day: perLanguage((region) => new Intl.DateTimeFormat(region, { ...DAY, timeZone })),
    hour: perLanguage((region) => new Intl.DateTimeFormat(region, { ...HOUR, timeZone })),
  }
}
