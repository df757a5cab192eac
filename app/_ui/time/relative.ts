import { perLanguage } from '#app/_ui/time/per-language.ts'
import type { useWords } from '#app/_ui/language/words.tsx'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const MONTH = 30 * DAY
const YEAR = 365 * DAY

/** Units with their length, and from how many on the next one is used. */
const UNITS = [
  ['minute', MINUTE, 60],
  ['hour', HOUR, 24],
  ['day', DAY, 45],
  ['month', MONTH, 12],
] as const

const relativeIn = perLanguage((region) => new Intl.RelativeTimeFormat(region, { numeric: 'auto' }))

type Speaker = { language: string; say: ReturnType<typeof useWords<'components'>> }

/** Says how far a time is from now, rounded: "just now", "3 hours ago", "in 2 days", "5 months ago". */
export function relative(at: number, now: number, { language, say }: Speaker): string {
  const words = relativeIn(language)
  const distance = at - now
  const size = Math.abs(distance)
  if (size < MINUTE) return say(distance > 0 ? 'soon' : 'justNow')
  for (const [unit, length, most] of UNITS) {
    const count = Math.round(size / length)
    if (count < most) return words.format(Math.sign(distance) * count, unit)
  }
  return words.format(Math.round(distance / YEAR), 'year')
}
