const days = new Map<string, Intl.DateTimeFormat>()

/** Returns the day of a time in a time zone, like `2026-11-29`. */
export function dayIn(timeZone: string, at: number): string {
  return kept(`day ${timeZone}`, 'en-CA', { timeZone }).format(at)
}

/** Returns the name of the day of a time, like "Sunday, 29 November 2026". English dates are British, as everywhere. */
export function dayNamed(language: string, timeZone: string, at: number): string {
  const region = language === 'en' ? 'en-GB' : language
  return kept(`name ${region} ${timeZone}`, region, { timeZone, dateStyle: 'full' }).format(at)
}

/** Making a format takes much longer than using it. */
function kept(key: string, region: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const format = days.get(key) ?? new Intl.DateTimeFormat(region, options)
  days.set(key, format)
  return format
}
