/** Writes a text as a literal of Cedar. What cannot be seen is written by its number. */
export function cedarText(text: string): string {
  return `"${escaped(text)}"`
}

/** Writes the pattern of Cedar's `like` for texts that begin like this one. */
export function cedarPrefix(start: string): string {
  return `"${escaped(start).replaceAll('*', String.raw`\*`)}*"`
}

function escaped(text: string): string {
  return text
    .replaceAll(/["\\]/g, String.raw`\$&`)
    .replaceAll(
      /[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu,
      (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
    )
}
