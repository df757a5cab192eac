/** One line without control characters or marks that turn the direction of writing: nothing in it can forge a line or a header. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
}

/**
 * What a person wrote, to be put between quotation marks. Mail programs make links of whatever looks like a host, and ours is the
 * only one a letter may lead to: a zero-width space after the dot keeps "evil.example" what it is, a name.
 */
export function aName(text: string): string {
  const short = Array.from(oneLine(text)).slice(0, 100).join('')
  return short.replace(/\.(?=\p{L}{2})|:(?=\/\/)/gu, '$&\u200b')
}
