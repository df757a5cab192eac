import { readAddress } from '#server/addresses/address.ts'

/** A name without quotes has none of RFC 5322's special characters but the dot (§3.2.3, and obs-phrase in §4.1). */
const PLAIN_NAME = /^[^()<>[\]:;@\\,"]*$/
/** In a name in quotes, a quote or a backslash stands behind a backslash (RFC 5322 §3.2.4). */
const QUOTED_NAME = /^"(?:[^"\\]|\\["\\])*"$/
const QUOTED = /"(?:[^"\\]|\\.)*"/g

const FORM = 'write it as `Name <name@example.com>`'

/**
 * Returns what is wrong with a sender, which must be one mailbox (RFC 5322 §3.4): an address, or a name and an address
 * in angle brackets. Returns undefined if nothing is. An address at localhost is for a mail server on this machine.
 */
export function senderFault(text: string): string | undefined {
  if (/[\r\n]/.test(text)) return 'must be one line'
  if (/\p{Cc}/u.test(text)) return 'must have no control characters'
  const bare = text.replaceAll(QUOTED, '').trim()
  if (!bare.includes('@')) return `must have an address: ${FORM}`
  if (/@[^@]*[,;@]/.test(bare)) return `must name one address only: ${FORM}`
  if (!bare.includes('<')) return isAddress(text) ? undefined : `must be an address, or a name with one: ${FORM}`

  const [, name = '', address] = /^(.*)<([^<>]*)>$/s.exec(text.trim()) ?? []
  if (address === undefined || !isAddress(address)) return `must end with one address in angle brackets: ${FORM}`
  return PLAIN_NAME.test(name) || QUOTED_NAME.test(name.trim())
    ? undefined
    : 'must have double quotes around a name with a comma or another sign: write it as `"Acme, Inc." <name@example.com>`'
}

function isAddress(text: string): boolean {
  return readAddress(text.trim().replace(/@localhost$/i, '@localhost.example')) !== undefined
}
