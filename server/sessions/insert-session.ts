import type { Tx } from '#db/engine/database.ts'
import * as browsers from '#db/browsers.ts'
import * as sessions from '#db/sessions.ts'
import type { Visitor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import type { Keys } from '#server/crypto/keys.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { seeNetwork } from '#server/sessions/networks.ts'
import { type SessionSecret, sessionToken } from '#server/sessions/token.ts'

/**
 * A session that was just opened or renewed. `server/http` encrypts the token into the cookie and removes it from the
 * answer.
 */
export type OpenedSession = { token: string; expiresAt: number }

/** How many sessions one person may have. Whoever opens more ends those that were not used for the longest time. */
const MOST = 100

type NewSession = {
  userId: string
  way: sessions.Way
  passkeyId?: string
  expiresAt: number
  /** Drawn before the transaction. */
  secret: SessionSecret
}

/**
 * Inserts a session and returns it with its id. Stores the browser and the network as known, and ends the person's
 * sessions beyond a hundred. Every way but a mailbox code (way 3) counts as a confirmation. If the person has not used
 * this browser before, it sends a letter, except at sign-up, where every browser is new.
 */
export async function insertSession(
  tx: Tx,
  keys: Keys,
  visitor: Visitor,
  session: NewSession,
): Promise<OpenedSession & { id: string }> {
  const { secret, ...row } = session
  const { way, passkeyId = null, expiresAt } = row
  const { userId } = row
  const id = tx.newId()
  const { ip, userAgent, browser } = visitor
  const confirmedAt = way === 'mailbox_code' ? null : tx.now
  const { tokenHash } = secret
  const [, ended, , isNew] = await Promise.all([
    sessions.insert(tx, { ...row, id, tokenHash, passkeyId, ip, userAgent, browser, confirmedAt }),
    sessions.removeBeyond(tx, { userId, keep: id, most: MOST }),
    seeNetwork(tx, keys, { userId, ip }),
    browsers.see(tx, { userId, browser }),
  ])
  if (ended > 0) await record(tx, { ...visitor, userId }, 'sessions_ended', { sessions: ended, by: 'limit' })
  if (isNew && way !== 'sign_up') await notify(tx, userId, 'new-browser', { ...sceneOf(tx, visitor), way })
  return { id, token: sessionToken(id, secret), expiresAt }
}
