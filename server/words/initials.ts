const CHARACTERS = new Intl.Segmenter()

/**
 * Returns one or two characters that stand for a person: the first of the first and the last word of their name, or else the
 * first of their address. Characters are what people count as one, so a letter keeps its accents and an emoji is whole.
 */
export function initialsOf(name: string, email: string): string {
  const words = name
    .split(/[^\p{L}\p{N}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Join_Control}\p{Variation_Selector}’'-]+/u)
    .filter(Boolean)
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words
  const initials = chosen.map((word = '') => firstOf(word)).join('')
  return (initials || firstOf(email)).toUpperCase()
}

function firstOf(text: string): string {
  const [first] = CHARACTERS.segment(text)
  return first?.segment ?? ''
}
