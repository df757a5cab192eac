/**
 * How old a way in or an address is when it settles, in milliseconds. Seven days in which an owner acts and the day that
 * a recovery waits must be over before what an attacker added has settled.
 */
export const SETTLES_AFTER = 10 * 86_400_000

/**
 * Returns when something settles that was bound to the account at a time: at once if it was bound at sign-up, otherwise
 * ten days later. Times are epoch milliseconds.
 */
export function settlesAt(boundAt: number, { createdAt }: { createdAt: number }): number {
  return boundAt <= createdAt ? boundAt : boundAt + SETTLES_AFTER
}

/** Returns whether it has settled. A time in the future was stored by a clock that was ahead. */
export function isSettled(boundAt: number, account: { createdAt: number }, now: number): boolean {
  return boundAt <= now && settlesAt(boundAt, account) <= now
}

/** Returns the days until a time, rounded up and at least one, for a sentence that says how long something takes. */
export function daysUntil(at: number, now: number): number {
  return Math.max(1, Math.ceil((at - now) / 86_400_000))
}
