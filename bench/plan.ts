import type { WorkName } from './servers/contestant.ts'

/** How much a run measures. Times are milliseconds. */
export type Plan = {
  rounds: number
  concurrencies: number[]
  window: number
  leadIn: number
  warmUp: number
  people: number
  starts: number
}

export const FULL: Plan = {
  rounds: 7,
  concurrencies: [1, 8, 32],
  window: 1_400,
  leadIn: 250,
  warmUp: 2_000,
  people: 64,
  starts: 3,
}
export const QUICK: Plan = {
  rounds: 3,
  concurrencies: [8],
  window: 1_400,
  leadIn: 200,
  warmUp: 800,
  people: 40,
  starts: 1,
}

/** The work that is compared, in the order of the tables. */
export const WORKS: WorkName[] = ['session check', 'passkey sign-in', 'sign-up', 'list of passkeys', 'page']

/**
 * The targets at this concurrency: the least multiples of better-auth's rates, and the highest resident memory (bytes).
 */
export const TARGETS: { concurrency: number; ratios: Partial<Record<WorkName, number>>; memory: number } = {
  concurrency: 8,
  ratios: { 'session check': 12, 'passkey sign-in': 4, 'sign-up': 4 },
  memory: 250 * 1_048_576,
}
