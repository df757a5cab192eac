import type { Reader } from '#db/engine/database.ts'
import * as passkeys from '#db/passkeys.ts'
import * as sessions from '#db/sessions.ts'
import type { Actor } from '#server/actor.ts'
import { livenessNow } from '#server/sessions/check.ts'
import { type Device, deviceOf } from '#server/devices/device.ts'
import type { World } from '#server/world.ts'

export type ShownSession = {
  id: string
  /** Whether it is the session of this request. */
  current: boolean
  way: sessions.Way
  /** The passkey that opened it, while it exists. */
  passkey?: { id: string; name: string }
  ip: string
  device: Device
  createdAt: number
  lastSeenAt: number
  expiresAt: number
}

/** Returns the actor's live sessions: where they are signed in, since when, and how. */
export function listSessions(world: World, actor: Actor): Promise<ShownSession[]> {
  return world.db.read((reader) => shownSessions(reader, actor, livenessNow(world)))
}

/**
 * Returns a person's live sessions, the most recently used first. The session of this request counts as used now, even
 * if the database does not store that yet.
 */
export async function shownSessions(
  reader: Reader,
  { userId, sessionId, language, ip: here }: Pick<Actor, 'userId' | 'sessionId' | 'language' | 'ip'>,
  liveness: sessions.Liveness,
): Promise<ShownSession[]> {
  const [all, owned] = await Promise.all([sessions.listLive(reader, userId, liveness), passkeys.list(reader, userId)])
  const shown = all.map(({ id, way, passkeyId, ip, userAgent, createdAt, lastSeenAt, expiresAt }) => {
    const passkey = owned.find((candidate) => candidate.id === passkeyId)
    const current = id === sessionId
    return {
      id,
      current,
      way,
      passkey: passkey && { id: passkey.id, name: passkey.name },
      ip: current ? here : ip,
      device: deviceOf(userAgent, language),
      createdAt,
      lastSeenAt: current ? liveness.now : lastSeenAt,
      expiresAt,
    }
  })
  return shown.toSorted((one, other) => other.lastSeenAt - one.lastSeenAt)
}
