/**
 * Makes a format once for each language: making one takes much longer than using it. English dates are British, as in
 * letters: the day stands before the month, as in most of the world.
 */
export function perLanguage<Format>(make: (region: string) => Format): (language: string) => Format {
  const made = new Map<string, Format>()
  return (language) => {
    const format = made.get(language) ?? make(language === 'en' ? 'en-GB' : language)
    made.set(language, format)
    return format
  }
}
