import * as sessions from '#db/sessions.ts'
import type { Actor, Visitor } from '#server/actor.ts'
import { noteSeen } from '#server/sessions/seen.ts'
import { readSessionToken } from '#server/sessions/token.ts'
import type { World } from '#server/world.ts'

const SEEN_EVERY_MS = 60_000

/** The actor behind a session token, if its session is live. The row decides, whatever cookie the token came in. */
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

/** When a session counts as live, at this moment. */
export function livenessNow(world: World): sessions.Liveness {
  const now = world.now()
  return { now, idleSince: now - world.config.session.idle }
}
