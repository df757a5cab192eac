import * as recoveries from '#db/recoveries.ts'
import type { Admin } from '#server/admin/admin.ts'
import { recordAct, witnessOf } from '#server/admin/audit.ts'
import { onPerson } from '#server/admin/on-person.ts'
import { byAdmin, tellPerson } from '#server/admin/tell.ts'
import { AppError } from '#server/errors.ts'
import type { World } from '#server/world.ts'

/**
 * Cancels every recovery of a person, because their owner asked for it. Refuses with `not_found` if there is none, and as
 * `onPerson` does.
 */
export async function cancelRecoveryOf(
  world: World,
  admin: Admin,
  { id, reason }: { id: string; reason: string },
): Promise<void> {
  const allowed = { permission: 'cancel:recoveries', touch: { act: 'cancel_recovery_of', target: id } } as const
  await onPerson(world, admin, id, allowed, async (tx) => {
    if ((await recoveries.cancelAll(tx, id)) === 0) throw new AppError('not_found')
    const by = byAdmin(admin)
    await recordAct(tx, witnessOf(admin), { act: 'recovery_cancelled', target: id, reason })
    await tellPerson(tx, id, 'recovery_cancelled', {
      details: { ...by, reason },
      letter: { act: 'recovery_cancelled', ...by, reason },
    })
  })
}
