import type { Recovery } from '#db/recoveries.ts'

/** Where a person's recovery stands. `waiting` without `readyAt`: the clock starts when the first letter is on its way. */
export type RecoveryState = { state: 'none' | 'waiting' | 'ready'; readyAt?: number; closesAt?: number }

/** For how long a ready recovery can be completed, in milliseconds. */
export const READY_FOR = 72 * 3_600_000

/** The state of a live recovery at a moment. A start in the future (the clock was set back) is not ready, whatever else it says. */
export function stateOf(recovery: Recovery | undefined, now: number): RecoveryState {
  if (!recovery) return { state: 'none' }
  const { startedAt, readyAt, closesAt } = recovery
  if (startedAt === null || readyAt === null || closesAt === null) return { state: 'waiting' }
  return { state: startedAt <= now && readyAt <= now ? 'ready' : 'waiting', readyAt, closesAt }
}
