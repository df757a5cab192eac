import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { Key } from '#server/crypto/keys.ts'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** What is encrypted, and what stays readable beside it and fits no other text. */
type Plain = { text: string; beside: string }

/** Nonce, encrypted text and tag, each in base64url. */
export type Encrypted = [nonce: string, text: string, tag: string]

/** Encrypts with AES-256-GCM (NIST SP 800-38D) under a nonce of 96 random bits: good for 2³² texts under one key (§8.3). */
export function encrypt({ secret }: Key, random: (bytes: number) => Buffer, { text, beside }: Plain): Encrypted {
  const nonce = random(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, secret, nonce, { authTagLength: TAG_BYTES }).setAAD(Buffer.from(beside))
  const encrypted = cipher.update(text, 'utf8', 'base64url') + cipher.final('base64url')
  return [nonce.toString('base64url'), encrypted, cipher.getAuthTag().toString('base64url')]
}

/** The text that `encrypt` was given with this key and this beside it; nothing for everything else, in whatever spelling. */
export function decrypt({ secret }: Key, [nonce, text, tag]: Encrypted, beside: string): string | undefined {
  const [nonceBytes, textBytes, tagBytes] = [bytesOf(nonce), bytesOf(text), bytesOf(tag)]
  if (nonceBytes?.length !== NONCE_BYTES || !textBytes || tagBytes?.length !== TAG_BYTES) return undefined
  try {
    const decipher = createDecipheriv(ALGORITHM, secret, nonceBytes, { authTagLength: TAG_BYTES })
      .setAAD(Buffer.from(beside))
      .setAuthTag(tagBytes)
    return Buffer.concat([decipher.update(textBytes), decipher.final()]).toString()
  } catch {
    // The tag does not fit.
    return undefined
  }
}

/** The bytes behind base64url, if it is written the one right way. */
function bytesOf(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : undefined
}
