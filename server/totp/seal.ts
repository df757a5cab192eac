import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { KeyRing } from '#server/keys.ts'

const ALGORITHM = 'aes-256-gcm'
const NONCE_BYTES = 12

/** Seals a secret for one person (AES-256-GCM, the person's id as associated data): `<key id>.<nonce>.<text>.<tag>`. */
export function seal([key]: KeyRing, random: (bytes: number) => Buffer, { userId, secret }: { userId: string; secret: string }): string {
  const nonce = random(NONCE_BYTES)
  const cipher = createCipheriv(ALGORITHM, key.bytes, nonce).setAAD(Buffer.from(userId))
  const text = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()])
  return [key.id, ...[nonce, text, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.')
}

/** Opens a person's sealed secret, and tells whether the newest key sealed it. Throws if no key of the ring did, or for somebody else. */
export function open(ring: KeyRing, { userId, sealed }: { userId: string; sealed: string }): { secret: string; newest: boolean } {
  const [keyId, nonce = '', text = '', tag = ''] = sealed.split('.')
  const key = ring.find(({ id }) => id === keyId)
  if (!key) throw new Error('A sealed secret needs a key that is no longer configured. Put the older SECRET back.')

  const decipher = createDecipheriv(ALGORITHM, key.bytes, Buffer.from(nonce, 'base64url'), { authTagLength: 16 })
    .setAAD(Buffer.from(userId))
    .setAuthTag(Buffer.from(tag, 'base64url'))
  const secret = Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8')
  return { secret, newest: key === ring[0] }
}
