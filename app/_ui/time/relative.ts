import type { useWords } from '#app/_ui/language/words.tsx'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

type Speaker = { language: string; say: ReturnType<typeof useWords<'components'>> }

/** Says how far a time is from now: "just now", "3 hours ago", "in 2 days", "5 months ago". */
export function relative(at: number, now: number, { language, say }: Speaker): string {
  const words = formatIn(language)
  const distance = at - now
  const size = Math.abs(distance)
  if (size < MINUTE) return say(distance > 0 ? 'soon' : 'justNow')
  if (size < HOUR) return words.format(Math.trunc(distance / MINUTE), 'minute')
  if (size < DAY) return words.format(Math.trunc(distance / HOUR), 'hour')
  if (size < 45 * DAY) return words.format(Math.trunc(distance / DAY), 'day')
  if (size < 365 * DAY) return words.format(Math.trunc(distance / (30 * DAY)), 'month')
  return words.format(Math.trunc(distance / (365 * DAY)), 'year')
}

const formats = new Map<string, Intl.RelativeTimeFormat>()

/** Making a format takes much longer than using it, so there is one for each language. */
function formatIn(language: string): Intl.RelativeTimeFormat {
  const format = formats.get(language) ?? new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
  formats.set(language, format)
  return format
}
