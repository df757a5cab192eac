import type { Tx } from '#db/engine/database.ts'
import type { Way } from '#db/sessions.ts'
import * as users from '#db/users.ts'
import type { Visitor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { AppError } from '#server/errors.ts'
import { requireMayEnter } from '#server/guards.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { type Accepted, acceptedPasskeys } from '#server/passkeys/accepted.ts'
import type { SessionSecret } from '#server/sessions/token.ts'
import { type OpenedSession, insertSession } from '#server/sessions/insert-session.ts'
import type { World } from '#server/world.ts'

/** How long a session lasts that a mailbox and a code opened, in milliseconds: the computer may be borrowed. */
export const BORROWED_FOR = 12 * 3_600_000

export type SignInAnswer = {
  user: { id: string; name: string; email: string }
  accepted: Accepted
  session: OpenedSession
}

type SignIn = {
  userId: string
  way: Way
  passkeyId?: string
  /** The factor that the person's activity shows. */
  with: Record<string, string>
  /** Milliseconds. */
  lifetime: number
  /** Drawn before the transaction. */
  secret: SessionSecret
}

/** Opens a session for a person who has just proven who they are, and undoes a planned deletion of the account. */
export async function startSession(
  tx: Tx,
  { config, keys }: Pick<World, 'config' | 'keys'>,
  visitor: Visitor,
  { userId, way, passkeyId, with: proof, lifetime, secret }: SignIn,
): Promise<SignInAnswer> {
  const { id: sessionId, ...session } = await insertSession(tx, keys, visitor, {
    userId,
    way,
    passkeyId,
    expiresAt: tx.now + lifetime,
    secret,
  })
  const witness = { ...visitor, userId, sessionId }
  const [undone, user, accepted] = await Promise.all([
    users.undoDeletion(tx, userId),
    users.find(tx, userId),
    acceptedPasskeys(tx, config, userId),
    record(tx, witness, 'signed_in', { way, ...proof }),
  ])
  if (!user) throw new AppError('sign_in_failed')
  requireMayEnter(user, tx.now)
  if (undone) {
    await record(tx, witness, 'account_deletion_undone')
    await notify(tx, userId, 'account-deletion-undone', sceneOf(tx, visitor))
  }

  return { user: { id: user.id, name: user.name, email: accepted.name }, accepted, session }
}
