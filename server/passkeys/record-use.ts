import type { Tx } from '#db/engine/database.ts'
import * as passkeys from '#db/passkeys.ts'
import type { Visitor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import type { Proven } from '#server/passkeys/verify-assertion.ts'

/**
 * Stores the counter and the flags of a verified assertion (WebAuthn L3 §7.2 steps 22 to 24), and where it came from. Returns false if the
 * assertion must be refused: the counter went backwards, or the passkey was removed since. A counter that went
 * backwards may mean a copied passkey; the passkey is then flagged and its owner gets a letter, but the passkey stays.
 */
export async function recordPasskeyUse(
  tx: Tx,
  visitor: Visitor & { sessionId?: string },
  { passkey, assertion }: { passkey: passkeys.Passkey; assertion: Proven },
): Promise<boolean> {
  const used = await passkeys.use(tx, {
    id: passkey.id,
    signCount: assertion.signCount,
    backupState: assertion.backupState,
    ip: visitor.ip,
    userAgent: visitor.userAgent,
  })
  if (used) return true

  const stillThere = (await passkeys.markRegressed(tx, passkey.id)) === 1
  if (stillThere) {
    await record(tx, { ...visitor, userId: passkey.userId }, 'passkey_counter_regressed', { passkey: passkey.name })
    await notify(tx, passkey.userId, 'passkey-counter-regressed', { ...sceneOf(tx, visitor), name: passkey.name })
  }
  return false
}
