import { sha256 } from '#server/keys.ts'
import type { World } from '#server/world.ts'

/** A fresh session token (256 random bits) and the hash under which its row is found. */
export type SessionToken = { token: string; tokenHash: string }

export function newSessionToken(world: World): SessionToken {
  const token = world.random(32).toString('base64url')
  return { token, tokenHash: sha256(token) }
}
