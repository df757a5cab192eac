import { AppError } from '#server/errors.ts'
import { countTry, type LimitName, mostOf } from '#server/limits.ts'
import type { World } from '#server/world.ts'

export const MINUTE = 60_000

export const HOUR = 60 * MINUTE

/** The documented limits: attempts, window in milliseconds, and whether it counts per IP. The compiler requires all of them. */
export const PROMISED: Record<LimitName, { most: number; window: number; perIp?: true }> = {
  'sign-up': { most: 10, window: HOUR, perIp: true },
  codes: { most: 30, window: HOUR, perIp: true },
  'sign-in': { most: 60, window: MINUTE, perIp: true },
  requests: { most: 300, window: MINUTE, perIp: true },
  pages: { most: 150, window: 10_000, perIp: true },
  'code-tries': { most: 5, window: HOUR },
  'password-tries': { most: 5, window: 15 * MINUTE },
  'password-checks': { most: 60, window: MINUTE },
  'sign-up-letters-here': { most: 3, window: HOUR },
  'sign-up-letters-hour': { most: 10, window: HOUR },
  'sign-up-letters-day': { most: 20, window: 24 * HOUR },
  'address-letters-here': { most: 3, window: HOUR },
  'address-letters-hour': { most: 10, window: HOUR },
  'address-letters-day': { most: 20, window: 24 * HOUR },
  'recovery-letters-here': { most: 3, window: HOUR },
  'recovery-letters-hour': { most: 10, window: HOUR },
  'recovery-letters-day': { most: 20, window: 24 * HOUR },
  'removal-letters-here': { most: 3, window: HOUR },
  'removal-letters-hour': { most: 10, window: HOUR },
  'removal-letters-day': { most: 20, window: 24 * HOUR },
  'rehearsal-letters-here': { most: 3, window: HOUR },
  'rehearsal-letters-hour': { most: 10, window: HOUR },
  'rehearsal-letters-day': { most: 20, window: 24 * HOUR },
  'acquainted-letters-hour': { most: 10, window: HOUR },
  'acquainted-letters-day': { most: 20, window: 24 * HOUR },
  searches: { most: 30, window: MINUTE },
  exports: { most: 5, window: HOUR },
  'test-letters': { most: 5, window: HOUR },
  pictures: { most: 20, window: HOUR },
  'tagged-letters': { most: 2, window: 30 * MINUTE },
}

// Object.entries forgets the names.
export const ALL = Object.entries(PROMISED) as [LimitName, (typeof PROMISED)[LimitName]][]

/** The outcome of an attempt: `passed`, or the seconds until the next one is allowed. */
export async function attempt(
  world: World,
  subjects: Partial<Record<LimitName, string>>,
): Promise<'passed' | number | undefined> {
  try {
    await countTry(world, subjects)
    return 'passed'
  } catch (error) {
    if (error instanceof AppError && error.code === 'too_many_attempts') return error.details.retryAfter
    throw error
  }
}

export async function exhaust(world: World, name: LimitName, subject: string): Promise<void> {
  await Promise.all(Array.from({ length: mostOf(world, name) }, () => countTry(world, { [name]: subject })))
}
