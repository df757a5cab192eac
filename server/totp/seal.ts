import { decrypt, encrypt } from '#server/crypto/aes-gcm.ts'
import type { KeyRing } from '#server/crypto/keys.ts'

/** Encrypts a secret and binds it to one person's id. Returns `<key id>.<nonce>.<text>.<tag>`. */
export function seal(
  [key]: KeyRing,
  random: (bytes: number) => Buffer,
  { userId, secret }: { userId: string; secret: string },
): string {
  return [key.id, ...encrypt(key, random, { text: secret, beside: userId })].join('.')
}

/**
 * Decrypts a person's sealed secret, and returns it and whether the newest key encrypted it. Returns undefined if no
 * key of the ring decrypts it for this person: an older SECRET is no longer configured, or the row was changed.
 */
export function open(
  ring: KeyRing,
  { userId, sealed }: { userId: string; sealed: string },
): { secret: string; newest: boolean } | undefined {
  const [keyId, nonce = '', text = '', tag = '', ...more] = sealed.split('.')
  const key = ring.find(({ id }) => id === keyId)
  const secret = key && more.length === 0 ? decrypt(key, [nonce, text, tag], userId) : undefined
  return secret === undefined ? undefined : { secret, newest: key === ring[0] }
}
