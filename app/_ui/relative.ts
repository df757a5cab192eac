const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const WORDS = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })

/** Says how far a time is from now: "just now", "3 hours ago", "in 2 days", "5 months ago". */
export function relative(at: number, now: number): string {
  const distance = at - now
  const size = Math.abs(distance)
  if (size < MINUTE) return distance > 0 ? 'in less than a minute' : 'just now'
  if (size < HOUR) return WORDS.format(Math.trunc(distance / MINUTE), 'minute')
  if (size < DAY) return WORDS.format(Math.trunc(distance / HOUR), 'hour')
  if (size < 45 * DAY) return WORDS.format(Math.trunc(distance / DAY), 'day')
  if (size < 365 * DAY) return WORDS.format(Math.trunc(distance / (30 * DAY)), 'month')
  return WORDS.format(Math.trunc(distance / (365 * DAY)), 'year')
}
