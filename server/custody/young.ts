import type { Actor } from '#server/actor.ts'
import { touchingWays } from '#server/custody/ways.ts'
import type { World } from '#server/world.ts'

/** A way in of the actor that has not settled: it takes nothing away until then (epoch milliseconds). */
export type YoungWay = { kind: 'passkey' | 'totp' | 'backup_code'; passkeyId?: string; settlesAt: number }

/** Returns the ways in that have not settled yet. */
export async function listYoungWays(world: World, { userId }: Actor): Promise<YoungWay[]> {
  const ways = await world.db.read((reader) => touchingWays(reader, userId, world.now()))
  return ways
    .filter(({ settled }) => !settled)
    .map((way) => ({
      kind: way.kind,
      ...(way.kind === 'passkey' && { passkeyId: way.passkey.id }),
      settlesAt: way.settlesAt,
    }))
}

/**
 * Returns from when the first way in may take something away, if none may yet: after a recovery every way in is new.
 * Returns undefined if one may already.
 */
export async function readFirstSettling(world: World, { userId }: Actor): Promise<number | undefined> {
  const ways = await world.db.read((reader) => touchingWays(reader, userId, world.now()))
  if (ways.length === 0 || ways.some(({ settled }) => settled)) return undefined
  return Math.min(...ways.map(({ settlesAt }) => settlesAt))
}
