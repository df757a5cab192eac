import { AppError } from '#server/errors.ts'
import { ipGroup, mostOf } from '#server/limits.ts'
import type { World } from '#server/world.ts'

const MINUTE = 60_000
const MOST_VISITORS = 10_000

type Window = { startedAt: number; counts: Map<string, number> }

const windows = new WeakMap<World, Window>()

/**
 * Counts a read in memory, so that a read costs no write. Refuses past the limit with `too_many_attempts`. No secret depends on
 * this limit: limits that guard a secret are in the database.
 */
export function countRead(world: World, ip: string): void {
  const now = world.now()
  const current = windows.get(world)
  const fresh =
    current && now >= current.startedAt && now - current.startedAt < MINUTE && current.counts.size < MOST_VISITORS
  const window = fresh ? current : { startedAt: now, counts: new Map() }
  windows.set(world, window)

  const visitor = ipGroup(ip)
  const count = (window.counts.get(visitor) ?? 0) + 1
  window.counts.set(visitor, count)
  if (count > mostOf(world, 'requests')) {
    throw new AppError('too_many_attempts', { retryAfter: Math.ceil((window.startedAt + MINUTE - now) / 1_000) })
  }
}
