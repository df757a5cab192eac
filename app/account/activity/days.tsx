'use client'

import type { ReactNode } from 'react'
import { useBrowserFact } from '#app/_ui/browser/use-browser-fact.ts'
import { useLanguage, useWords } from '#app/_ui/language/words.tsx'
import { Rows } from '#app/_ui/lists/rows.tsx'
import { dayIn, dayNamed } from '#app/_ui/time/day.ts'
import { useNow } from '#app/_ui/time/server-clock.tsx'

type Item = { seq: number; at: number; row: ReactNode }

/** Rows under the days on which they happened, in the time zone of the person's own device. */
export function Days({ items }: { items: Item[] }) {
  const say = useWords('activity')
  const language = useLanguage()
  const now = useNow()
  const zone = useBrowserFact(() => Intl.DateTimeFormat().resolvedOptions().timeZone, 'UTC')
  const days = Map.groupBy(items, ({ at }) => dayIn(zone, at))

  function heading(day: string, at: number): string {
    if (day === dayIn(zone, now)) return say('today')
    if (day === dayIn(zone, now - 86_400_000)) return say('yesterday')
    return dayNamed(language, zone, at)
  }

  return [...days].map(([day, [first, ...rest]]) => {
    if (!first) return null
    const title = heading(day, first.at)
    return (
      <section key={day} aria-label={title} className="mb-7">
        <h2 className="mb-2 text-sm font-medium tracking-normal text-soft">{title}</h2>
        <Rows label={say('listOf', { day: title })}>{[first, ...rest].map(({ row }) => row)}</Rows>
      </section>
    )
  })
}
