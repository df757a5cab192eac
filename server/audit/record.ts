import type { Tx } from '#db/engine/database.ts'
import * as events from '#db/events.ts'
import * as spent from '#db/spent.ts'
import type { Visitor } from '#server/actor.ts'
import { CHAIN_START, chainHash } from '#server/audit/chain.ts'
import { countRepeated, isFailure } from '#server/audit/repeat.ts'
import { sha256 } from '#server/crypto/keys.ts'

/** Every kind of security event. */
export type EventKind =
  | 'account_created'
  | 'signed_in'
  | 'sign_in_failed'
  | 'signed_out'
  | 'session_ended'
  | 'sessions_ended'
  | 'session_ended_by_codes'
  | 'confirmed'
  | 'confirmation_failed'
  | 'passkey_added'
  | 'passkey_renamed'
  | 'passkey_removed'
  | 'passkey_counter_regressed'
  | 'account_exported'
  | 'letters_chosen'
  | 'account_renamed'
  | 'rehearsed'
  | 'picture_set'
  | 'picture_removed'
  | 'account_deletion_started'
  | 'account_deletion_undone'
  | 'code_wrong'
  | 'totp_on'
  | 'totp_replaced'
  | 'totp_off'
  | 'totp_suspended'
  | 'totp_revived'
  | 'backup_codes_made'
  | 'backup_code_used'
  | 'password_set'
  | 'password_changed'
  | 'password_removed'
  | 'password_wrong'
  | 'recovery_requested'
  | 'recovery_started'
  | 'recovery_ready'
  | 'recovery_cancelled'
  | 'recovery_completed'
  | 'recovery_closed'
  | 'account_taken_back'
  | 'suspended'
  | 'unsuspended'
  | 'role_granted'
  | 'role_removed'
  | 'access_given'
  | 'access_taken'
  | 'roles_suspended'
  | 'roles_confirmed'
  | 'approved'
  | 'email_added'
  | 'email_removed'
  | 'email_promoted'
  | 'email_brought_back'
  | 'way_in_brought_back'
  | 'way_in_removed_for_good'

/** Kinds that older versions recorded. The activity page still shows them. */
export type PastEventKind = 'totp_disabled' | 'email_change_undone'

/** The account of an event, and the visitor who caused it, with a session if there was one. */
export type Witness = Omit<Visitor, 'language'> & { userId: string; sessionId?: string }

/**
 * Appends a security event to the person's chain, in the transaction of the action, or counts a failure in the event of an
 * earlier one of the same minute and IP. `details` must never hold a secret.
 */
export async function record(
  tx: Tx,
  witness: Witness,
  kind: EventKind,
  details: Record<string, unknown> = {},
): Promise<void> {
  if (!tx.people.has(witness.userId)) throw new Error('An event is recorded in a transaction of its account.')
  if (isFailure(kind) && (await countRepeated(tx, witness, kind, details))) return
  await events.insert(tx, await nextEvent(tx, witness, kind, details))
}

/**
 * Does the same work as `record` when there is no account, so that both cases take the same time. The row holds nothing
 * of the visitor: it is a hash, under a random id that is not stored. Housekeeping deletes it.
 */
export async function recordForNobody(tx: Tx, visitor: Visitor, kind: EventKind): Promise<void> {
  const nobody = { ...visitor, userId: '' }
  await countRepeated(tx, nobody, kind, {})
  const event = await nextEvent(tx, nobody, kind, {})
  await spent.insert(tx, { id: sha256([tx.newId(), ...Object.values(event)].join(' ')), forgetAt: tx.now })
}

async function nextEvent(
  tx: Tx,
  witness: Witness,
  kind: EventKind,
  details: Record<string, unknown>,
): Promise<events.Event> {
  // Both are always read, so that nobody takes as long as somebody.
  const [newest, cut] = await Promise.all([events.findLast(tx, witness.userId), events.findCut(tx, witness.userId)])
  const last = newest ?? cut
  const event = {
    seq: (last?.seq ?? 0) + 1,
    at: tx.now,
    kind,
    sessionId: witness.sessionId ?? null,
    ip: witness.ip,
    userAgent: witness.userAgent,
    details,
  }
  const hash = chainHash(last?.hash ?? CHAIN_START, witness.userId, event)
  return { ...event, userId: witness.userId, details: JSON.stringify(details), hash }
}
