import { domainToASCII } from 'node:url'

const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
/** ASCII characters that no domain has. The parser in `domainToASCII` would drop or decode them, or stop there. */
const NO_DOMAIN = /[^-.0-9A-Za-z\u0080-\uffff]/
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/

/** An address in the spelling for sending and in the canonical spelling for comparing. */
export type Address = { address: string; canonical: string }

/**
 * Parses an e-mail address; returns undefined for anything else. The local part must be plain ASCII (RFC 5321
 * dot-string, no quotes) and keeps its spelling. Other characters could be normalised to the same letter, such as the
 * Kelvin sign to K. The domain is normalised to lower-case ASCII (IDNA) and then checked. Addresses are compared
 * without regard to case. At most 254 characters, 64 of them before the @.
 */
export function readAddress(text: string): Address | undefined {
  const [local = '', domain = '', ...rest] = text.trim().split('@')
  if (rest.length > 0 || local.length > 64 || !LOCAL_PART.test(local) || NO_DOMAIN.test(domain)) return undefined

  const asciiDomain = domainToASCII(domain)
  const address = `${local}@${asciiDomain}`
  if (!DOMAIN.test(asciiDomain) || address.length > 254) return undefined
  return { address, canonical: address.toLowerCase() }
}
