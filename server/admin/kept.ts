import type { World } from '#server/world.ts'

type Kept = Map<string, { since: number; value: Promise<unknown> }>

const kept = new WeakMap<World, Kept>()

/**
 * Returns what was found lately (milliseconds), or finds it. For numbers that are costly to count and may be some minutes old.
 * Requests at the same time count once.
 */
export function keptFor<Found>(
  world: World,
  name: string,
  lifetime: number,
  find: (now: number) => Promise<Found>,
): Promise<Found> {
  const own: Kept = kept.get(world) ?? new Map()
  kept.set(world, own)
  const before = own.get(name)
  const now = world.now()
  // Each name has one caller, so its value has that type.
  if (before && now >= before.since && now - before.since < lifetime) return before.value as Promise<Found>
  const value = find(now)
  own.set(name, { since: now, value })
  // What failed is found again.
  value.catch(() => own.delete(name))
  return value
}
