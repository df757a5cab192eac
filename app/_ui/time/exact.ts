'use client'

import { useBrowserFact } from '#app/_ui/browser/use-browser-fact.ts'
import { useLanguage } from '#app/_ui/language/words.tsx'
import { perLanguage } from '#app/_ui/time/per-language.ts'

const STYLE = { dateStyle: 'full', timeStyle: 'medium' } as const
const localIn = perLanguage((region) => new Intl.DateTimeFormat(region, STYLE))
const utcIn = perLanguage((region) => new Intl.DateTimeFormat(region, { ...STYLE, timeZone: 'UTC' }))

/** A time to the second, in the time zone of the person's own device. The server, which knows none, gives UTC. */
export function useExactTime(at: number): string {
  const language = useLanguage()
  return useBrowserFact(() => localIn(language).format(at), `${utcIn(language).format(at)} UTC`)
}
