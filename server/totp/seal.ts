import { decrypt, encrypt } from '#server/crypto/aes-gcm.ts'
import type { KeyRing } from '#server/crypto/keys.ts'

/** Seals a secret for one person, whose id it is bound to: `<key id>.<nonce>.<text>.<tag>`. */
export function seal(
  [key]: KeyRing,
  random: (bytes: number) => Buffer,
  { userId, secret }: { userId: string; secret: string },
): string {
  return [key.id, ...encrypt(key, random, { text: secret, beside: userId })].join('.')
}

/**
 * Opens a person's sealed secret, and tells whether the newest key sealed it. Nothing if no key of the ring did, for this person:
 * an older SECRET is not configured any more, or somebody wrote into the database.
 */
export function open(
  ring: KeyRing,
  { userId, sealed }: { userId: string; sealed: string },
): { secret: string; newest: boolean } | undefined {
  const [keyId, nonce = '', text = '', tag = ''] = sealed.split('.')
  const key = ring.find(({ id }) => id === keyId)
  const secret = key && decrypt(key, [nonce, text, tag], userId)
  return secret === undefined ? undefined : { secret, newest: key === ring[0] }
}
