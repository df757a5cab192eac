import * as backupCodes from '#db/backup-codes.ts'
import type { Actor } from '#server/actor.ts'
import type { World } from '#server/world.ts'

/** Returns how many backup codes the actor has left, and when they were created. Never returns the codes. */
export function readBackupCodes(world: World, actor: Actor): Promise<{ remaining: number; createdAt?: number }> {
  return world.db.read((reader) => backupCodes.count(reader, actor.userId))
}
