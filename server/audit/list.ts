import * as events from '#db/events.ts'
import type { Actor } from '#server/actor.ts'
import type { ChainedEvent } from '#server/audit/chain.ts'
import { type Device, deviceOf } from '#server/devices/device.ts'
import type { World } from '#server/world.ts'

export type ShownEvent = ChainedEvent & { device: Device }

/**
 * Returns the actor's security events before a number, newest first, and the number with which to request older ones.
 */
export async function listEvents(
  world: World,
  actor: Actor,
  { before = Number.MAX_SAFE_INTEGER, limit = 50 }: { before?: number; limit?: number },
): Promise<{ events: ShownEvent[]; next?: number }> {
  // One more shows whether there are older ones: the oldest may have been deleted.
  const found = await world.db.read((reader) => events.list(reader, { userId: actor.userId, before, most: limit + 1 }))
  const rows = found.slice(0, limit)
  return {
    events: rows.map((row) => ({ ...chainedEvent(row), device: deviceOf(row.userAgent, actor.language) })),
    next: found.length > limit ? rows.at(-1)?.seq : undefined,
  }
}

/** Returns a row as an event of the chain. */
export function chainedEvent({ seq, at, kind, sessionId, ip, userAgent, details, hash }: events.Event): ChainedEvent {
  // `record` wrote it from an object.
  return { seq, at, kind, sessionId, ip, userAgent, details: JSON.parse(details) as Record<string, unknown>, hash }
}
