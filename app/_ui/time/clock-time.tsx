'use client'

import { useBrowserFact } from '#app/_ui/browser/use-browser-fact.ts'
import { useLanguage } from '#app/_ui/language/words.tsx'
import { perLanguage } from '#app/_ui/time/per-language.ts'

const STYLE = { hour: '2-digit', minute: '2-digit' } as const
const localIn = perLanguage((region) => new Intl.DateTimeFormat(region, STYLE))
const utcIn = perLanguage((region) => new Intl.DateTimeFormat(region, { ...STYLE, timeZone: 'UTC' }))

/**
 * A time of the day, in the time zone of the person's own device. The server, which knows none, keeps its place free, so that nothing
 * beside it moves. Without scripts it gives UTC.
 */
export function ClockTime({ at }: { at: number }) {
  const language = useLanguage()
  const local = useBrowserFact<string | undefined>(() => localIn(language).format(at), undefined)
  const utc = utcIn(language).format(at)
  return (
    <time dateTime={new Date(at).toISOString()} className="tabular-nums">
      <span className={local === undefined ? 'invisible [@media(scripting:none)]:hidden' : ''}>{local ?? utc}</span>
      {local === undefined && <span className="hidden [@media(scripting:none)]:inline">{`${utc} UTC`}</span>}
    </time>
  )
}
