import * as sessions from '#db/sessions.ts'
import type { Actor, Visitor } from '#server/actor.ts'
import { noteSeen } from '#server/sessions/seen.ts'
import { readSessionToken } from '#server/sessions/token.ts'
import type { World } from '#server/world.ts'

const SEEN_EVERY_MS = 60_000

/** Returns the actor of a session token if the session's row is live, and undefined otherwise. */
export async function checkSession(world: World, visitor: Visitor, token: string): Promise<Actor | undefined> {
  const session = await world.db.read((reader) =>
    sessions.findLive(reader, readSessionToken(token), livenessNow(world)),
  )
  if (!session) return undefined

  if (world.now() - session.lastSeenAt >= SEEN_EVERY_MS) noteSeen(world, session.id, visitor.ip)
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

/** Returns the times by which a session is live now: the present, and the earliest last use (epoch milliseconds). */
export function livenessNow(world: World): sessions.Liveness {
  const now = world.now()
  return { now, idleSince: now - world.config.session.idle }
}
