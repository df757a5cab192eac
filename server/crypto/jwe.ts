import { decrypt, encrypt } from '#server/crypto/aes-gcm.ts'
import type { Key, KeyRing } from '#server/crypto/keys.ts'

/** Encrypts claims as a compact JWE (RFC 7516 §7.1) with the newest key, directly: `dir` and A256GCM. */
export function encryptClaims(
  [key]: KeyRing,
  random: (bytes: number) => Buffer,
  claims: Record<string, unknown>,
): string {
  const header = headerOf(key)
  // The encrypted key between the header and the nonce is empty with `dir`.
  return [header, '', ...encrypt(key, random, { text: JSON.stringify(claims), beside: header })].join('.')
}

/**
 * Returns the claims of a JWE that a key of this ring encrypted, and undefined for anything else. The header must be
 * exactly ours.
 */
export function decryptClaims(ring: KeyRing, token: string): unknown {
  const [header, none, nonce, text, tag, ...more] = token.split('.')
  const key = ring.find((one) => headerOf(one) === header)
  if (
    !key ||
    header === undefined ||
    none !== '' ||
    nonce === undefined ||
    text === undefined ||
    tag === undefined ||
    more.length > 0
  )
    return undefined
  const claims = decrypt(key, [nonce, text, tag], header)
  return claims === undefined ? undefined : JSON.parse(claims)
}

function headerOf({ id }: Key): string {
  return Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM', kid: id })).toString('base64url')
}
