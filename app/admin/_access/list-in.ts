/** Returns the parts of what was typed with commas or spaces between, each once. */
export function listIn(typed: string): string[] {
  return [...new Set(typed.split(/[\s,;]+/).filter(Boolean))]
}
