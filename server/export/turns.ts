import { AppError } from '#server/errors.ts'
import type { World } from '#server/world.ts'

/** An export that takes longer, in milliseconds, keeps no other one waiting: its reader may have gone. */
const LONGEST = 60_000
const RETRY_AFTER = 5

const turns = new WeakMap<World, Map<string, { since: number }>>()

/**
 * Begins the export of an account and returns the function that ends it. Refuses with `too_many_attempts` while another
 * one is under way.
 */
export function takeTurn(world: World, userId: string): () => void {
  const running = turns.get(world) ?? new Map<string, { since: number }>()
  turns.set(world, running)
  const age = world.now() - (running.get(userId)?.since ?? -Infinity)
  if (age >= 0 && age < LONGEST) throw new AppError('too_many_attempts', { retryAfter: RETRY_AFTER })

  const turn = { since: world.now() }
  running.set(userId, turn)
  return () => {
    if (running.get(userId) === turn) running.delete(userId)
  }
}
