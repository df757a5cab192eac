import * as passkeys from '#db/passkeys.ts'
import type { Reader } from '#db/engine/database.ts'
import type { Retired, WayKind } from '#db/retired.ts'
import type { Actor } from '#server/actor.ts'
import { KEPT_FOR, listKept, takesItselfBack } from '#server/custody/retire.ts'
import type { World } from '#server/world.ts'

export type KeptWay = Retired & { kind: WayKind }

/**
 * A way in that was removed or replaced in the last seven days. Times are epoch milliseconds. `takesBack`: whoever holds
 * it can still take the account back with it.
 */
export type RemovedWay = {
  id: string
  kind: WayKind
  /** The name of a passkey. */
  name?: string
  removedAt: number
  until: number
  byRecovery: boolean
  takesBack: boolean
}

/** Returns the ways in that the actor's account lost in the last seven days and that are kept, oldest first. */
export async function listRemovedWays(world: World, { userId }: Actor): Promise<RemovedWay[]> {
  const kept = await world.db.read((reader) => keptWays(reader, userId, world.now()))
  return kept.map((way) => ({
    id: way.id,
    kind: way.kind,
    name: nameOf(way),
    removedAt: way.retiredAt,
    until: way.retiredAt + KEPT_FOR,
    byRecovery: way.cause === 'recovery',
    takesBack: takesItselfBack(way),
  }))
}

export async function keptWays(reader: Reader, userId: string, now: number): Promise<KeptWay[]> {
  return (await listKept(reader, userId, now)).filter((row): row is KeptWay => row.kind !== 'email')
}

/** Returns the name of a passkey. */
export function nameOf({ kind, kept }: KeptWay): string | undefined {
  return kind === 'passkey' ? passkeys.fromKept(kept)?.name : undefined
}
