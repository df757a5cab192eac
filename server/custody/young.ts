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
