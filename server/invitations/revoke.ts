import * as invitations from '#db/invitations.ts'
import type { Admin } from '#server/admin/admin.ts'
import { recordAct, witnessOf } from '#server/admin/audit.ts'
import { onInstance } from '#server/admin/on-instance.ts'
import { AppError } from '#server/errors.ts'
import type { World } from '#server/world.ts'

/**
 * Revokes an invitation. Whoever used it before keeps their account. Refuses with `not_found`, with `conflict` if nobody could
 * use it any more, and as `onInstance` does.
 */
export async function revokeInvitation(world: World, admin: Admin, { id }: { id: string }): Promise<void> {
  const allowed = { permission: 'invite:people', touch: { act: 'revoke_invitation', target: id } } as const
  await onInstance(world, admin, allowed, async (tx) => {
    if (!(await invitations.find(tx, id))) throw new AppError('not_found')
    if (!(await invitations.revoke(tx, id))) throw new AppError('conflict')
    await recordAct(tx, witnessOf(admin), { act: 'invitation_revoked', target: id })
  })
}
