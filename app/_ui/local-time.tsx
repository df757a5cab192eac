'use client'

import { useBrowserFact } from '#app/_ui/use-browser-fact.ts'

const DAY = { weekday: 'long', month: 'long', day: 'numeric' } as const
const HOUR = { hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const

/** A time to be there for: day, hour and time zone of the person's own device. The server, which knows no time zone, gives UTC. */
export function LocalTime({ at }: { at: number }) {
  const shown = useBrowserFact(() => words(at), words(at, 'UTC'))
  return <time dateTime={new Date(at).toISOString()}>{shown}</time>
}

/** The hour stays together on one line. */
function words(at: number, timeZone?: string): string {
  const date = new Date(at)
  const hour = date.toLocaleTimeString('en', { ...HOUR, timeZone }).replace(/\s/g, '\u00a0')
  return `${date.toLocaleDateString('en', { ...DAY, timeZone })} at ${hour}`
}
