import * as backupCodes from '#db/backup-codes.ts'
import type { Tx } from '#db/engine/database.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { newCodes, writeCode } from '#server/backup-codes/code.ts'
import { hashCode } from '#server/backup-codes/hash.ts'
import { takeAway } from '#server/custody/retire.ts'
import { requireTouch, spendTouch } from '#server/custody/touch.ts'
import { requireConfirmation } from '#server/guards.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { inSession } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

const COUNT = 10

/** A new set of codes: `written` is shown once, `hashed` is stored. */
export type NewBackupCodes = { written: string[]; hashed: { selector: string; hash: string }[] }

const REPLACES = { act: 'replace_backup_codes' } as const

/**
 * Replaces all backup codes with ten new ones and returns them, this once. Unused ones are kept for seven days if they
 * had settled. Refuses without a fresh confirmation, and
 * without a touch if there are codes to replace.
 */
export async function makeBackupCodes(world: World, actor: Actor): Promise<{ codes: string[] }> {
  await world.db.read(async (reader) => {
    const { remaining } = await backupCodes.count(reader, actor.userId)
    if (remaining > 0) await requireTouch(reader, actor, REPLACES, world.now())
    else requireConfirmation(world, actor)
  })
  const { written, hashed } = drawBackupCodes(world, actor.userId)

  await inSession(world, actor, async (tx) => {
    const first = (await backupCodes.count(tx, actor.userId)).createdAt === undefined
    const kept = await takeAwayUnused(tx, actor)
    await backupCodes.replaceAll(tx, actor.userId, hashed)
    await record(tx, actor, 'backup_codes_made', { codes: COUNT, ...(first && { first }) })
    await notify(tx, actor.userId, 'backup-codes-made', { ...sceneOf(tx, actor), ...kept, ...(first && { first }) })
  })
  return { codes: written }
}

/** Takes the codes away that could still be used, with the touch for it. */
async function takeAwayUnused(tx: Tx, actor: Actor): Promise<{ until: number | undefined } | undefined> {
  const { userId } = actor
  if ((await backupCodes.count(tx, userId)).remaining === 0) return undefined
  await spendTouch(tx, actor, REPLACES)
  return takeAway(tx, { userId, kind: 'backup_codes', cause: 'removed' })
}

/** Draws ten codes for a person. */
export function drawBackupCodes({ keys, random }: Pick<World, 'keys' | 'random'>, userId: string): NewBackupCodes {
  const codes = newCodes(random, COUNT)
  return {
    written: codes.map(writeCode),
    hashed: codes.map((code) => ({ selector: code.selector, hash: hashCode(keys, { ...code, userId }) })),
  }
}
