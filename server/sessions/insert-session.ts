import type { Tx } from '#db/engine/database.ts'
import * as browsers from '#db/browsers.ts'
import * as sessions from '#db/sessions.ts'
import type { Visitor } from '#server/actor.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { type SessionSecret, sessionToken } from '#server/sessions/token.ts'

/** A session that was just opened or renewed: the edge seals the token into the cookie and keeps it from the answer. */
export type OpenedSession = { token: string; expiresAt: number }

type NewSession = {
  userId: string
  way: sessions.Way
  passkeyId?: string
  expiresAt: number
  /** Drawn before the transaction. */
  secret: SessionSecret
}

/**
 * Opens a session and returns it with its id. Ways 1 and 2 and sign-up count as a confirmation. A browser this person has not signed in
 * with before is worth a letter, but not at sign-up, where every browser is new.
 */
export async function insertSession(
  tx: Tx,
  visitor: Visitor,
  session: NewSession,
): Promise<OpenedSession & { id: string }> {
  const { secret, ...row } = session
  const { way, passkeyId = null, expiresAt } = row
  const id = await sessions.insert(tx, {
    ...row,
    tokenHash: secret.tokenHash,
    passkeyId,
    ip: visitor.ip,
    userAgent: visitor.userAgent,
    browser: visitor.browser,
    confirmedAt: way === 'mailbox_code' ? null : tx.now,
  })

  const isNew = await browsers.see(tx, { userId: session.userId, browser: visitor.browser })
  if (isNew && way !== 'sign_up') await notify(tx, session.userId, 'new-browser', { ...sceneOf(tx, visitor), way })
  return { id, token: sessionToken(id, secret), expiresAt }
}
