import * as invitations from '#db/invitations.ts'
import { type Admin, requirePermission } from '#server/admin/admin.ts'
import { type InvitationState, invitationState } from '#server/sign-up/invitation.ts'
import type { World } from '#server/world.ts'

const AT_A_TIME = 50
/** No id comes after it. */
const LAST_ID = '~'

/** An invitation in the list, without its token. `by`: an address, or `operator`; undefined if that account is gone. */
export type ListedInvitation = {
  id: string
  email?: string
  people: number
  uses: number
  state: InvitationState
  by?: string
  madeAt: number
  expiresAt: number
}

/** Returns fifty invitations, the newest first. `next` asks for more. */
export async function listInvitations(
  world: World,
  admin: Admin,
  { before = LAST_ID }: { before?: string },
): Promise<{ invitations: ListedInvitation[]; next?: string }> {
  requirePermission(admin, 'read:invitations')
  const rows = await world.db.read((reader) => invitations.list(reader, { before, most: AT_A_TIME + 1 }))
  const shown = rows.slice(0, AT_A_TIME)
  return {
    invitations: shown.map((row) => ({
      id: row.id,
      email: row.address ?? undefined,
      people: row.most,
      uses: row.uses,
      state: invitationState(row, world.now()),
      by: row.madeBy === 'operator' ? 'operator' : (row.email ?? undefined),
      madeAt: row.madeAt,
      expiresAt: row.expiresAt,
    })),
    next: rows.length > AT_A_TIME ? shown.at(-1)?.id : undefined,
  }
}
