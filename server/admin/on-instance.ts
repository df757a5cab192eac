import type { Tx } from '#db/engine/database.ts'
import { type Admin, requirePermission, rolesOf } from '#server/admin/admin.ts'
import { spendTouch } from '#server/custody/touch.ts'
import { inSession } from '#server/in-account.ts'
import type { Permission } from '#server/roles/own-roles.ts'
import { waitForOtherAdmins } from '#server/roles/owners.ts'
import type { Touch } from '#server/touches.ts'
import type { World } from '#server/world.ts'

type Allowed = { permission: Permission; touch: Touch }

/**
 * Runs an act of an administrator that is done to nobody, in one transaction. Refuses with `forbidden`, also if a role was
 * taken from the administrator during the request, and without a touch for this act. No two acts of administrators run at the
 * same time.
 */
export async function onInstance<T>(
  world: World,
  admin: Admin,
  { permission, touch }: Allowed,
  act: (tx: Tx) => Promise<T>,
): Promise<T> {
  requirePermission(admin, permission)
  return inSession(world, admin, async (tx) => {
    await waitForOtherAdmins(tx)
    requirePermission({ roles: await rolesOf(tx, admin.userId, tx.now) }, permission)
    await spendTouch(tx, admin, touch)
    return act(tx)
  })
}
