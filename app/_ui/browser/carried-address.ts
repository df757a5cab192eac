let typed = ''

/** Keeps the address that was typed on one page for the next one, in this tab's memory only: never in an address bar or a storage. */
export function carryAddress(email: string): void {
  typed = email.trim()
}

/** The address the person typed on the page before, or an empty text. */
export function carriedAddress(): string {
  return typed
}
