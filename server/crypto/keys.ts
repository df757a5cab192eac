import { createHash, createHmac, createSecretKey, hash, hkdfSync, type KeyObject, timingSafeEqual } from 'node:crypto'

const USES = ['session', 'ceremony', 'letter', 'limit', 'network', 'totp', 'pepper', 'backup_code'] as const

/** The use of a key. Each use has its own keys, so a token of one use is not valid for another. */
export type KeyUse = (typeof USES)[number]

/**
 * The keys of one use, 32 bytes each, newest first. The first one encrypts and signs; all of them decrypt and verify.
 */
export type KeyRing = [Key, ...Key[]]
/**
 * `secret` holds the same 32 bytes as a key object. With a buffer, each call of node's functions took five times as
 * long.
 */
export type Key = { id: string; bytes: Buffer; secret: KeyObject }
export type Keys = Record<KeyUse, KeyRing>

/**
 * Derives the keys of every use from the configured secrets, newest first, with HKDF-SHA-256 (RFC 5869) and the use as
 * `info`. A key's id is a fingerprint that reveals nothing about the key.
 */
export function deriveKeys(secrets: [string, ...string[]]): Keys {
  // The type of Object.fromEntries loses the keys; USES names all of them.
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

/** Returns the keyed hash of a message (HMAC-SHA-256) with the newest key of a ring. */
export function hmac([{ secret }]: KeyRing, message: string): Buffer {
  return createHmac('sha256', secret).update(message).digest()
}

/** Returns SHA-256 in base64url, as random tokens are stored. */
export function sha256(text: string): string {
  return hash('sha256', text, 'base64url')
}

/** Returns whether two texts are equal, in a time that depends on their lengths only. */
export function sameText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}
