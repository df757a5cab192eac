import * as invitations from '#db/invitations.ts'
import type { Visitor } from '#server/actor.ts'
import { AppError } from '#server/errors.ts'
import { openInvitationToken } from '#server/mail/invitation-token.ts'
import { isSettled } from '#server/settled.ts'
import { type InvitationState, invitationState } from '#server/sign-up/invitation.ts'
import type { World } from '#server/world.ts'

/** An invitation as the holder of its token sees it. `email`: the address that it is for; without it, it is a link. */
export type ShownInvitation = {
  state: InvitationState
  by: 'admin' | 'operator'
  admin?: string
  email?: string
  expiresAt: number
}

/** Returns the invitation of a token: also whether it is over. Refuses a token that we did not make with `not_found`. */
export async function readInvitation(
  { db, keys, now }: World,
  _visitor: Visitor,
  { token }: { token: string },
): Promise<ShownInvitation> {
  const id = openInvitationToken(keys, token)
  const found = id === undefined ? undefined : await db.read((reader) => invitations.find(reader, id))
  if (!found) throw new AppError('not_found')
  return {
    state: invitationState(found, now()),
    by: found.madeBy === 'operator' ? 'operator' : 'admin',
    admin: settledName(found, now()),
    email: found.address ?? undefined,
    expiresAt: found.expiresAt,
  }
}

type Found = NonNullable<Awaited<ReturnType<typeof invitations.find>>>

/** A name that was set lately is not shown: whoever stole a session could write words above an invitation. */
function settledName({ inviter, inviterNamedAt, inviterCreatedAt }: Found, now: number): string | undefined {
  if (!inviter || inviterCreatedAt === null) return undefined
  const isOld = inviterNamedAt === null || isSettled(inviterNamedAt, { createdAt: inviterCreatedAt }, now)
  return isOld ? inviter : undefined
}
