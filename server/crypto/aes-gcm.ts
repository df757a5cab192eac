import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { Key } from '#server/crypto/keys.ts'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** The text to encrypt, and the additional data (`beside`) that stays readable and is authenticated with it. */
type Plain = { text: string; beside: string }

/** Nonce, encrypted text and tag, each in base64url. */
export type Encrypted = [nonce: string, text: string, tag: string]

/** Encrypts with AES-256-GCM (NIST SP 800-38D) and a random nonce of 96 bits, for at most 2³² texts per key (§8.3). */
export function encrypt({ secret }: Key, random: (bytes: number) => Buffer, { text, beside }: Plain): Encrypted {
  const nonce = random(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, secret, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(beside))
  const encrypted = cipher.update(text, 'utf8', 'base64url') + cipher.final('base64url')
  return [nonce.toString('base64url'), encrypted, cipher.getAuthTag().toString('base64url')]
}

/**
 * Returns the text that `encrypt` encrypted with this key and this additional data, and undefined for anything else,
 * other spellings of base64url included.
 */
export function decrypt({ secret }: Key, [nonce, text, tag]: Encrypted, beside: string): string | undefined {
  const [nonceBytes, textBytes, tagBytes] = [bytesOf(nonce), bytesOf(text), bytesOf(tag)]
  if (nonceBytes?.length !== NONCE_BYTES || !textBytes || tagBytes?.length !== TAG_BYTES) return undefined
  try {
    const decipher = createDecipheriv(ALGORITHM, secret, nonceBytes, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(beside))
      .setAuthTag(tagBytes)
    return Buffer.concat([decipher.update(textBytes), decipher.final()]).toString()
  } catch {
    // The tag does not match.
    return undefined
  }
}

/** Decodes base64url. Returns undefined unless it is the canonical spelling. */
function bytesOf(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : undefined
}
