import { AppError } from '#server/errors.ts'
import { ipGroup, mostOf, windowOf } from '#server/limits.ts'
import type { World } from '#server/world.ts'

const MOST_VISITORS = 10_000

/** What is counted in memory: reads of the API, and pages. */
type ReadLimit = 'requests' | 'pages'
type Window = { startedAt: number; counts: Map<string, number> }

const windows: Record<ReadLimit, WeakMap<World, Window>> = { requests: new WeakMap(), pages: new WeakMap() }

/**
 * Counts a read in memory, so that a read costs no write. Refuses past the limit with `too_many_attempts`. No secret depends on
 * this limit: limits that guard a secret are in the database.
 */
export function countRead(world: World, ip: string, limit: ReadLimit = 'requests'): void {
  const now = world.now()
  const length = windowOf(limit)
  const current = windows[limit].get(world)
  const fresh =
    current && now >= current.startedAt && now - current.startedAt < length && current.counts.size < MOST_VISITORS
  const window = fresh ? current : { startedAt: now, counts: new Map() }
  windows[limit].set(world, window)

  const visitor = ipGroup(ip)
  const count = (window.counts.get(visitor) ?? 0) + 1
  window.counts.set(visitor, count)
  if (count > mostOf(world, limit) / world.config.instances) {
    throw new AppError('too_many_attempts', { retryAfter: Math.ceil((window.startedAt + length - now) / 1_000) })
  }
}
