import type { Tx } from '#db/engine/database.ts'
import * as people from '#db/people.ts'
import { type Admin, requirePermission, rolesOf } from '#server/admin/admin.ts'
import { spendTouch } from '#server/custody/touch.ts'
import { AppError } from '#server/errors.ts'
import { requireSession } from '#server/guards.ts'
import { inAccount } from '#server/in-account.ts'
import { outranks, type OwnRole, type Permission, rankOf } from '#server/roles/own-roles.ts'
import { waitForOtherAdmins } from '#server/roles/owners.ts'
import type { Touch } from '#server/touches.ts'
import type { World } from '#server/world.ts'

type Allowed = { permission: Permission; touch: Touch }

/** What an act on a person knows: who they are, the roles that count for them now, and the rank of the administrator. */
type Subject = { person: people.Person; roles: OwnRole[]; ownRank: number }

/**
 * Runs an act of an administrator on another person's account, in one transaction of that account. Refuses with
 * `own_account`; with `not_found`; with `forbidden` if a role was taken from the administrator during the request; with
 * `outranked`; and without a touch for this act. No two acts of administrators run at the same time.
 */
export async function onPerson<T>(
  world: World,
  admin: Admin,
  id: string,
  { permission, touch }: Allowed,
  act: (tx: Tx, subject: Subject) => Promise<T>,
): Promise<T> {
  requirePermission(admin, permission)
  if (id === admin.userId) throw new AppError('own_account')
  return inAccount(world, id, async (tx) => {
    await waitForOtherAdmins(tx)
    await requireSession(tx, admin)
    const [own, person, roles] = await Promise.all([
      rolesOf(tx, admin.userId, tx.now),
      people.find(tx, id),
      rolesOf(tx, id, tx.now),
    ])
    requirePermission({ roles: own }, permission)
    if (!person) throw new AppError('not_found')
    const ownRank = rankOf(own)
    if (!outranks(ownRank, rankOf(roles))) throw new AppError('outranked')
    await spendTouch(tx, admin, touch)
    return act(tx, { person, roles, ownRank })
  })
}
