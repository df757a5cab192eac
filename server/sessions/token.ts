import { sha256 } from '#server/crypto/keys.ts'
import type { World } from '#server/world.ts'

/** 256 random bits that prove a session, and the hash its row keeps of them. */
export type SessionSecret = { secret: string; tokenHash: string }

export function newSessionSecret(world: World): SessionSecret {
  const secret = world.random(32).toString('base64url')
  return { secret, tokenHash: sha256(secret) }
}

/** What a cookie carries: which row it is about, and the secret. Found by an id that rises with time, a new row lies beside the last one. */
export function sessionToken(id: string, { secret }: Pick<SessionSecret, 'secret'>): string {
  return `${id}.${secret}`
}

/** The row that a token is about, and the hash that row has to keep. What is no token names no row. */
export function readSessionToken(token: string): { id: string; tokenHash: string } {
  const dot = token.indexOf('.')
  return { id: token.slice(0, Math.max(0, dot)), tokenHash: sha256(token.slice(dot + 1)) }
}
