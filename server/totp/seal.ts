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

/**
 * Opens a person's sealed secret, and tells whether the newest key sealed it. Nothing if no key of the ring did, for this person:
 * an older SECRET is not configured any more, or somebody wrote into the database.
 */
export function open(ring: KeyRing, { userId, sealed }: { userId: string; sealed: string }): { secret: string; newest: boolean } | undefined {
  const [keyId, nonce = '', text = '', tag = ''] = sealed.split('.')
  const key = ring.find(({ id }) => id === keyId)
  if (!key) return undefined

  try {
    const decipher = createDecipheriv(ALGORITHM, key.bytes, Buffer.from(nonce, 'base64url'), { authTagLength: 16 })
      .setAAD(Buffer.from(userId))
      .setAuthTag(Buffer.from(tag, 'base64url'))
    const secret = Buffer.concat([decipher.update(Buffer.from(text, 'base64url')), decipher.final()]).toString('utf8')
    return { secret, newest: key === ring[0] }
  } catch {
    return undefined
  }
}
