'use client'

import { useBrowserFact } from '#app/_ui/use-browser-fact.ts'

const STYLE = { weekday: 'long', month: 'long', day: 'numeric', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const

/** A time to be there for: day, hour and time zone of the person's own device. The server, which knows no time zone, gives UTC. */
export function LocalTime({ at }: { at: number }) {
  const shown = useBrowserFact(() => new Date(at).toLocaleString('en', STYLE), new Date(at).toLocaleString('en', { ...STYLE, timeZone: 'UTC' }))
  return <time dateTime={new Date(at).toISOString()}>{shown}</time>
}
