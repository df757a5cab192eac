import type { Event } from '#db/events.ts'
import { sha256 } from '#server/crypto/keys.ts'

/** One event of a person's chain, as the export contains it. Times are epoch milliseconds. */
export type ChainedEvent = {
  seq: number
  at: number
  kind: string
  sessionId: string | null
  ip: string
  userAgent: string
  details: Record<string, unknown>
  hash: string
}

/** The previous hash of a person's first event. */
export const CHAIN_START = ''

/**
 * Returns an event's hash: SHA-256 in base64url over the previous hash and the event's values, in this order, as JSON.
 */
export function chainHash(before: string, userId: string, event: Omit<ChainedEvent, 'hash'>): string {
  const { seq, at, kind, sessionId, ip, userAgent, details } = event
  return sha256(JSON.stringify([before, userId, seq, at, kind, sessionId, ip, userAgent, JSON.stringify(details)]))
}

/** The last event that was deleted because it was old. Before the first event there is none. */
export type ChainCut = Pick<ChainedEvent, 'seq' | 'hash'>

/**
 * Returns the number of the first event that is missing, out of order or changed, and undefined if the chain is intact.
 * A chain whose oldest events were deleted begins after its cut.
 */
export function firstBreak(
  userId: string,
  events: ChainedEvent[],
  cut: ChainCut = { seq: 0, hash: CHAIN_START },
): number | undefined {
  let before = cut.hash
  for (const [index, event] of events.entries()) {
    const seq = cut.seq + index + 1
    if (event.seq !== seq || event.hash !== chainHash(before, userId, event)) return seq
    before = event.hash
  }
  return undefined
}

/** Returns a row as an event of the chain. */
export function chainedEvent({ seq, at, kind, sessionId, ip, userAgent, details, hash }: Event): ChainedEvent {
  // `record` wrote it from an object.
  return { seq, at, kind, sessionId, ip, userAgent, details: JSON.parse(details) as Record<string, unknown>, hash }
}
