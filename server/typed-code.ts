/**
 * Returns a typed code without what people, phones and word processors put between its characters: spaces, dashes of
 * any kind, and invisible characters.
 */
export function bareCode(text: string): string {
  return text.replace(/[\s\p{Dash_Punctuation}\p{Format}\u2212]/gu, '')
}
