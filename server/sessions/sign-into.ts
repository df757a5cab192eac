import type { Tx } from '#db/engine/database.ts'
import type { Way } from '#db/sessions.ts'
import * as users from '#db/users.ts'
import type { Visitor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { AppError } from '#server/errors.ts'
import { notify, sceneOf } from '#server/mail/enqueue.ts'
import { type Accepted, acceptedPasskeys } from '#server/passkeys/accepted.ts'
import { type OpenedSession, openSession } from '#server/sessions/open.ts'
import type { World } from '#server/world.ts'

export type SignInAnswer = {
  user: { id: string; name: string; email: string }
  accepted: Accepted
  session: OpenedSession
}

type SignIn = {
  userId: string
  way: Way
  passkeyId?: string
  /** What the person's activity says it was done with. */
  with: Record<string, string>
  /** Milliseconds. */
  lifetime: number
}

/** Opens the session of somebody who has just proven who they are. A deletion that was planned is off. */
export async function signInto(
  tx: Tx,
  world: World,
  visitor: Visitor,
  { userId, way, passkeyId, with: proof, lifetime }: SignIn,
): Promise<SignInAnswer> {
  const { id: sessionId, ...session } = await openSession(tx, world, visitor, {
    userId,
    way,
    passkeyId,
    expiresAt: tx.now + lifetime,
  })
  const witness = { ...visitor, userId, sessionId }
  await record(tx, witness, 'signed_in', { way, ...proof })
  if (await users.undoDeletion(tx, userId)) {
    await record(tx, witness, 'account_deletion_undone')
    await notify(tx, userId, 'account-deletion-undone', sceneOf(tx, visitor))
  }

  const user = await users.find(tx, userId)
  if (!user) throw new AppError('sign_in_failed')
  const accepted = await acceptedPasskeys(tx, world.config, userId)
  return { user: { id: user.id, name: user.name, email: accepted.name }, accepted, session }
}
