import { sha256 } from '#server/crypto/keys.ts'
import type { World } from '#server/world.ts'

/** The 256 random bits that prove a session, and the hash of them that its row stores. */
export type SessionSecret = { secret: string; tokenHash: string }

export function newSessionSecret(world: World): SessionSecret {
  const secret = world.random(32).toString('base64url')
  return { secret, tokenHash: sha256(secret) }
}

/**
 * Returns the token that a cookie carries: the id of the row and the secret. Ids rise with time, so a new row is stored
 * next to the last one.
 */
export function sessionToken(id: string, { secret }: Pick<SessionSecret, 'secret'>): string {
  return `${id}.${secret}`
}

/**
 * Returns the id of the row that a token names, and the hash that this row must have. A malformed token has an id that
 * no row has.
 */
export function readSessionToken(token: string): { id: string; tokenHash: string } {
  const dot = token.indexOf('.')
  return { id: token.slice(0, Math.max(0, dot)), tokenHash: sha256(token.slice(dot + 1)) }
}
