import * as backupCodes from '#db/backup-codes.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { newCodes, writeCode } from '#server/backup-codes/code.ts'
import { hashCode } from '#server/backup-codes/hash.ts'
import { requireConfirmation, requireSession } from '#server/guards.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import type { World } from '#server/world.ts'

const COUNT = 10

/** A new set of codes: `written` is shown once, `hashed` is stored. */
export type NewBackupCodes = { written: string[]; hashed: { selector: string; hash: string }[] }

/** Replaces all backup codes with ten new ones and returns them, this once. Refuses without a fresh confirmation. */
export async function makeBackupCodes(world: World, actor: Actor): Promise<{ codes: string[] }> {
  requireConfirmation(world, actor)
  const { written, hashed } = drawBackupCodes(world, actor.userId)

  await world.db.transaction(async (tx) => {
    await requireSession(tx, actor)
    await backupCodes.replaceAll(tx, actor.userId, hashed)
    await record(tx, actor, 'backup_codes_made', { codes: COUNT })
    await notify(tx, actor.userId, 'backup-codes-made', sceneOf(tx, actor))
  })
  return { codes: written }
}

/** Draws ten codes for a person. */
export function drawBackupCodes({ keys, random }: Pick<World, 'keys' | 'random'>, userId: string): NewBackupCodes {
  const codes = newCodes(random, COUNT)
  return {
    written: codes.map(writeCode),
    hashed: codes.map((code) => ({ selector: code.selector, hash: hashCode(keys, { ...code, userId }) })),
  }
}
