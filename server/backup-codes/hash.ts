import type { BackupCodeParts } from '#server/backup-codes/code.ts'
import { isSecret } from '#server/crypto/argon2.ts'
import { hmac, type Key, type Keys, sameText } from '#server/crypto/keys.ts'
import type { World } from '#server/world.ts'

type Owned = BackupCodeParts & { userId: string }

/**
 * Returns the keyed hash of a person's code, `<key id>$hmac-sha256$<hash>`. A code has 80 random bits, so nobody can try
 * all of them, and a slow hash would only let strangers fill its queue.
 */
export function hashCode({ backup_code: [newest] }: Pick<Keys, 'backup_code'>, code: Owned): string {
  return hashUnder(newest, code)
}

/**
 * Returns whether a typed code is the one of a stored hash, under any key of the ring. Sets that older versions made have
 * argon2id hashes, which may be refused with `too_many_attempts`.
 */
export async function isCodeOf(world: World, code: Owned, hashed: string): Promise<boolean> {
  if (hashed.includes('$argon2id$')) return isSecret(world, code.verifier, hashed)
  return world.keys.backup_code.map((key) => sameText(hashUnder(key, code), hashed)).includes(true)
}

function hashUnder(key: Key, { userId, selector, verifier }: Owned): string {
  return `${key.id}$hmac-sha256$${hmac([key], `${userId} ${selector} ${verifier}`).toString('base64url')}`
}
