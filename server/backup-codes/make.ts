import * as backupCodes from '#db/backup-codes.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { newCodes, writeCode } from '#server/backup-codes/code.ts'
import { requireTouch, spendTouch } from '#server/custody/touch.ts'
import { requireConfirmation, requireSession } from '#server/guards.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { hashSecret } from '#server/crypto/argon2.ts'
import type { World } from '#server/world.ts'

const COUNT = 10

/** A new set of codes: `written` is shown once, `hashed` is stored. */
export type NewBackupCodes = { written: string[]; hashed: { selector: string; hash: string }[] }

const REPLACES = { act: 'replace_backup_codes' } as const

/**
 * Replaces all backup codes with ten new ones and returns them, this once. Refuses without a fresh confirmation, and
 * without a touch if there are codes to replace.
 */
export async function makeBackupCodes(world: World, actor: Actor): Promise<{ codes: string[] }> {
  await world.db.read(async (reader) => {
    const { remaining } = await backupCodes.count(reader, actor.userId)
    if (remaining > 0) await requireTouch(reader, actor, REPLACES, world.now())
    else requireConfirmation(world, actor)
  })
  const { written, hashed } = await drawBackupCodes(world)

  await world.db.transaction(async (tx) => {
    await requireSession(tx, actor)
    if ((await backupCodes.count(tx, actor.userId)).remaining > 0) await spendTouch(tx, actor, REPLACES)
    await backupCodes.replaceAll(tx, actor.userId, hashed)
    await record(tx, actor, 'backup_codes_made', { codes: COUNT })
    await notify(tx, actor.userId, 'backup-codes-made', sceneOf(tx, actor))
  })
  return { codes: written }
}

/** Draws ten codes and hashes them one after the other, so that other hashing gets a turn in between. */
export async function drawBackupCodes(world: World): Promise<NewBackupCodes> {
  const codes = newCodes(world.random, COUNT)
  const hashed: NewBackupCodes['hashed'] = []
  for (const { selector, verifier } of codes) hashed.push({ selector, hash: await hashSecret(world, verifier) })
  return { written: codes.map(writeCode), hashed }
}
