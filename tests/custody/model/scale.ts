/** How many days things last in a game. */
export type Scale = {
  /** The wait of a recovery, and how long it stays ready after it. */
  wait: number
  ready: number
  /** How long something that was taken away is kept. */
  kept: number
  /** How old something is when it settles. */
  settled: number
  /** The owner comes at the latest this many days after they were told. */
  away: number
}

/** The product's own numbers. */
export const EXACT: Scale = { wait: 1, ready: 3, kept: 7, settled: 10, away: 6 }

/**
 * The same order of events with fewer days: what an attacker adds settles only after the owner has come and the wait of
 * their recovery is over.
 */
export const SMALL: Scale = { wait: 1, ready: 1, kept: 2, settled: 4, away: 1 }
