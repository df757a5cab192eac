import { domainToASCII } from 'node:url'

const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
/** ASCII characters that no domain has. The parser in `domainToASCII` would drop or decode them, or stop there. */
const NO_DOMAIN = /[^-.0-9A-Za-z\u0080-\uffff]/
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/

/** An address of 254 characters has at most this many behind its @. */
const LONGEST_DOMAIN = 252

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
  if (rest.length > 0 || local.length > 64 || !LOCAL_PART.test(local)) return undefined

  const asciiDomain = readDomain(domain)
  const address = `${local}@${asciiDomain}`
  if (asciiDomain === undefined || address.length > 254) return undefined
  return { address, canonical: address.toLowerCase() }
}

/** Returns a domain in lower-case ASCII (IDNA); undefined for anything else. */
export function readDomain(text: string): string | undefined {
  if (NO_DOMAIN.test(text)) return undefined
  const ascii = domainToASCII(text)
  return DOMAIN.test(ascii) && ascii.length <= LONGEST_DOMAIN ? ascii : undefined
}

/** Returns the domain of a canonical address. */
export function domainOf(canonical: string): string {
  return canonical.slice(canonical.lastIndexOf('@') + 1)
}
