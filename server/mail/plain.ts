/**
 * Returns the text as one line, without control characters and direction marks, so that it cannot forge a line or a
 * header.
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
}

/**
 * Returns a name that a person chose, at most 100 characters long, for use between quotation marks in a letter. Mail
 * programs turn text that looks like a host into a link, but letters may link to our own host only. A zero-width space
 * after the dot prevents a link for "evil.example".
 */
export function aName(text: string): string {
  const short = Array.from(oneLine(text)).slice(0, 100).join('')
  return short.replace(/\.(?=\p{L}{2})|:(?=\/\/)/gu, '$&\u200b')
}
