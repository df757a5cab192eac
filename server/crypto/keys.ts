import { createHash, createHmac, createSecretKey, hash, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto'

const USES = ['session', 'ceremony', 'letter', 'limit', 'totp', 'pepper'] as const

/** What a key is for. No key serves two uses, so nothing made for one door opens another. */
export type KeyUse = (typeof USES)[number]

/** One use's keys, 32 bytes each, newest first: the first one seals, all of them open. */
export type KeyRing = [Key, ...Key[]]
/** `secret` is the same 32 bytes as node's own functions take them: from a buffer, each call took them five times as long. */
export type Key = { id: string; bytes: Buffer; secret: KeyObject }
export type Keys = Record<KeyUse, KeyRing>

/**
 * Derives the keys of every use from the configured secrets, newest first.
 * HKDF-SHA-256 (RFC 5869) with the use as `info`; a key's id is a fingerprint that tells nothing about it.
 */
export function deriveKeys(secrets: [string, ...string[]]): Keys {
  // Object.fromEntries forgets which keys it was given; USES names all of them.
  return Object.fromEntries(USES.map((use) => [use, ringOf(secrets, use)])) as Keys
}

function ringOf([newest, ...older]: [string, ...string[]], use: KeyUse): KeyRing {
  return [keyOf(newest, use), ...older.map((secret) => keyOf(secret, use))]
}

function keyOf(secret: string, use: KeyUse): Key {
  const bytes = Buffer.from(hkdfSync('sha256', secret, 'latchkey', use, 32))
  return {
    id: createHash('sha256').update(bytes).digest('base64url').slice(0, 8),
    bytes,
    secret: createSecretKey(bytes),
  }
}

/** A keyed hash of a message (HMAC-SHA-256) with the newest key of a ring. */
export function hmac([{ secret }]: KeyRing, message: string): Buffer {
  return createHmac('sha256', secret).update(message).digest()
}

/** SHA-256 in base64url: how random tokens are kept. */
export function sha256(text: string): string {
  return hash('sha256', text, 'base64url')
}

/** Compares two texts in a time that depends on their lengths only. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
