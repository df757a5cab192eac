import type { Reader } from '#db/engine/database.ts'
import * as invitations from '#db/invitations.ts'
import { AppError, type RefusalDetails } from '#server/errors.ts'
import { openInvitationToken } from '#server/mail/invitation-token.ts'
import type { World } from '#server/world.ts'

/** `live`: somebody can still use it. */
export type InvitationState = 'live' | 'used' | 'expired' | 'revoked'

/** Returns the state of an invitation. */
export function invitationState(
  { uses, most, revokedAt, expiresAt }: invitations.Invitation,
  now: number,
): InvitationState {
  if (uses >= most) return 'used'
  if (revokedAt !== null) return 'revoked'
  return expiresAt > now ? 'live' : 'expired'
}

const WHY: Record<Exclude<InvitationState, 'live'>, RefusalDetails['reason']> = {
  used: 'invitationUsed',
  expired: 'invitationExpired',
  revoked: 'invitationRevoked',
}

/**
 * Returns the id of the invitation whose token somebody holds. Refuses a token that we did not make with `not_found`, and the
 * others like `requireLiveInvitation`.
 */
export async function heldInvitation(
  { db, keys, now }: World,
  { token, canonical }: { token: string; canonical: string },
): Promise<string> {
  const id = openInvitationToken(keys, token)
  if (id === undefined) throw new AppError('not_found')
  await db.read((reader) => requireLiveInvitation(reader, { id, canonical }, now()))
  return id
}

/**
 * Refuses an invitation that is used up, expired, revoked or gone with `invitation_over`, and one for another address with
 * `invalid_input`. Only for who holds its token. The write of `admit` decides.
 */
export async function requireLiveInvitation(
  reader: Reader,
  { id, canonical }: { id: string; canonical: string },
  now: number,
): Promise<void> {
  const invitation = await invitations.find(reader, id)
  if (!invitation) throw new AppError('invitation_over')
  if (invitation.canonical !== null && invitation.canonical !== canonical)
    throw new AppError('invalid_input', { reason: 'invitedElsewhere' })
  const state = invitationState(invitation, now)
  if (state !== 'live') throw new AppError('invitation_over', { reason: WHY[state] })
}
