import type { Tx } from '#db/engine/database.ts'
import * as sessions from '#db/sessions.ts'
import type { Actor, Visitor } from '#server/actor.ts'
import { AppError, isUnavailable } from '#server/errors.ts'
import { readSessionToken } from '#server/sessions/token.ts'
import type { World } from '#server/world.ts'

const SEEN_EVERY_MS = 60_000

/** Sessions whose last use waits to be written down. */
const waiting = new Set<string>()

/** The actor behind a session token, if its session is live. The row decides, whatever cookie the token came in. */
export async function checkSession(world: World, visitor: Visitor, token: string): Promise<Actor | undefined> {
  const session = await world.db.read((reader) => sessions.findLive(reader, readSessionToken(token), livenessNow(world)))
  if (!session) return undefined

  if (world.now() - session.lastSeenAt >= SEEN_EVERY_MS) noteSeen(world, { id: session.id, ip: visitor.ip, at: world.now() })
  return {
    ...visitor,
    userId: session.userId,
    name: session.name,
    email: session.email,
    sessionId: session.id,
    way: session.way,
    sessionStartedAt: session.createdAt,
    sessionExpiresAt: session.expiresAt,
    confirmedAt: session.confirmedAt ?? undefined,
  }
}

/** Writes down that a session was used. Nobody waits for it: who only reads does not stand in line behind those who write. */
function noteSeen(world: World, seen: { id: string; ip: string; at: number }): void {
  if (waiting.has(seen.id)) return
  waiting.add(seen.id)
  world.db
    .transaction((tx) => sessions.touch(tx, seen), { durable: false })
    .catch((error: unknown) => {
      if (!isUnavailable(error)) world.log('error', 'A session’s last use could not be written down', { error: String(error) })
    })
    .finally(() => waiting.delete(seen.id))
}

/** When a session counts as live, at this moment. */
export function livenessNow(world: World): sessions.Liveness {
  const now = world.now()
  return { now, idleSince: now - world.config.session.idle }
}

/**
 * Refuses who was thrown out while their request was under way: a passkey may take a moment to verify and codes longer to hash, and
 * whoever ended the session counts on nothing coming after.
 */
export async function requireSession(tx: Tx, { sessionId, userId }: Actor): Promise<void> {
  if (!(await sessions.isThere(tx, { id: sessionId, userId }))) throw new AppError('not_signed_in')
}
