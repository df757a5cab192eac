import type { Actor } from '#server/actor.ts'
import { BORROWED_FOR } from '#server/sessions/start-session.ts'

/**
 * Returns when a short session ends (epoch milliseconds): one that lasts twelve hours at most, because the computer may be borrowed.
 * Returns undefined for any longer one.
 */
export function borrowedUntil({
  sessionStartedAt,
  sessionExpiresAt,
}: Pick<Actor, 'sessionStartedAt' | 'sessionExpiresAt'>): number | undefined {
  return sessionExpiresAt - sessionStartedAt <= BORROWED_FOR ? sessionExpiresAt : undefined
}
