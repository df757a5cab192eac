import { domainToASCII } from 'node:url'

const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
/** ASCII that no domain has: the parser behind `domainToASCII` would drop it, decode it, or stop reading there. */
const NO_DOMAIN = /[^-.0-9A-Za-z\u0080-\uffff]/
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/

/** An address as we write to it, and as we compare it. */
export type Address = { address: string; canonical: string }

/**
 * Reads an e-mail address, or nothing if it is none. A local part of plain ASCII as it was typed (RFC 5321 dot-string; no quotes),
 * so that no two letters fold into one, not even the Kelvin sign, which Unicode normalises to K; the domain normalised to
 * lower-case ASCII (IDNA), then checked. Compared without regard to case. At most 254 characters, 64 of them before the @.
 */
export function readAddress(text: string): Address | undefined {
  const [local = '', domain = '', ...rest] = text.trim().split('@')
  if (rest.length > 0 || local.length > 64 || !LOCAL_PART.test(local) || NO_DOMAIN.test(domain)) return undefined

  const asciiDomain = domainToASCII(domain)
  const address = `${local}@${asciiDomain}`
  if (!DOMAIN.test(asciiDomain) || address.length > 254) return undefined
  return { address, canonical: address.toLowerCase() }
}
