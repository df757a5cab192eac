/**
 * Returns the headers of a letter. It was written by a program, so that no program answers it (RFC 3834 §5). Its
 * reference is its own (RFC 5322 §3.6.4), so that letters with the same subject do not fold into one thread, where the
 * newest code is easily missed.
 */
export function headersOf(id: string, from: string): Record<string, string> {
  return { 'Auto-Submitted': 'auto-generated', References: `<${id}@${senderOf(from).domain}>`, 'X-Entity-Ref-ID': id }
}

/** Returns the parts of a sender that was checked when the server started: `Name <address>`, or an address alone. */
export function senderOf(from: string): { name: string; address: string; domain: string } {
  const [, name = '', bracketed] = /^(.*)<([^<>]*)>\s*$/s.exec(from) ?? []
  const address = (bracketed ?? from).trim()
  return { name: unquoted(name.trim()), address, domain: address.replace(/^.*@/, '') }
}

/** In a name in quotes, a quote or a backslash stands behind a backslash (RFC 5322 §3.2.4). */
function unquoted(name: string): string {
  return /^".*"$/s.test(name) ? name.slice(1, -1).replace(/\\(.)/gs, '$1') : name
}

/** Removes addresses from a provider's message, because our log never holds one. */
export function withoutAddresses(text: string): string {
  return text.replace(/[^\s<>"'`(),;]+@[^\s<>"'`(),;]+/g, '(an address)').slice(0, 300)
}
