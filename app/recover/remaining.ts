const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** Says how much of a wait is left: "23 h 59 min". Rounded up, so that nobody comes back too early; nothing under a minute. */
export function remaining(left: number): string | undefined {
  if (left < MINUTE) return undefined
  const minutes = Math.ceil(left / MINUTE)
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [hours > 0 && `${hours} h`, (rest > 0 || hours === 0) && `${rest} min`]
    .filter((part) => part !== false)
    .join(' ')
}

/** A delay in whole hours, as it is spoken of. */
export function hoursOf(delay: number): number {
  return Math.ceil(delay / HOUR)
}
