'use client'

import { useExactTime } from '#app/_ui/time/exact.ts'
import { relative } from '#app/_ui/time/relative.ts'
import { useNow } from '#app/_ui/time/server-clock.tsx'
import { useLanguage, useWords } from '#app/_ui/language/words.tsx'

/** A time as people say it, with the exact local one on hover. */
export function RelativeTime({ at }: { at: number }) {
  const now = useNow()
  const language = useLanguage()
  const say = useWords('components')
  return (
    <time dateTime={new Date(at).toISOString()} title={useExactTime(at)} className="whitespace-nowrap">
      {relative(at, now, { language, say })}
    </time>
  )
}
