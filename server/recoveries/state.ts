import type { Recovery } from '#db/recoveries.ts'

/**
 * The state of a person's recovery; times are epoch milliseconds. `waiting` has no `readyAt` until the mail provider
 * has accepted the first letter.
 */
export type RecoveryState = { state: 'none' | 'waiting' | 'ready'; readyAt?: number; closesAt?: number }

/** How long a ready recovery can be completed, in milliseconds. */
export const READY_FOR = 72 * 3_600_000

/**
 * Returns the state of a live recovery at a time. A recovery that starts in the future, because the clock was set back,
 * is not ready.
 */
export function stateOf(recovery: Recovery | undefined, now: number): RecoveryState {
  if (!recovery) return { state: 'none' }
  const { startedAt, readyAt, closesAt } = recovery
  if (startedAt === null || readyAt === null || closesAt === null) return { state: 'waiting' }
  return { state: startedAt <= now && readyAt <= now ? 'ready' : 'waiting', readyAt, closesAt }
}
