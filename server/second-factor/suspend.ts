import type { Tx } from '#db/engine/database.ts'
import * as guesses from '#db/guesses.ts'
import * as totp from '#db/totp.ts'
import type { Visitor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'

/** Wrong app codes in a row that suspend the app. NIST SP 800-63B-4 §3.2.2 allows no more. */
const MOST_IN_A_ROW = 100

type Counted = { kind: guesses.GuessedKind; inARow: number }
type Witness = Visitor & { userId: string; sessionId?: string }

/** Returns whether a counted guess may be right. No app code after the hundredth wrong one in a row is right. */
export function mayBeRight({ kind, inARow }: Counted): boolean {
  return kind === 'backup_code' || inARow <= MOST_IN_A_ROW
}

/**
 * Suspends the authenticator app after a hundred wrong app codes in a row, once, and tells every address. The app and
 * the password stay. Backup codes have 80 bits and are never suspended.
 */
export async function suspendIfGuessed(tx: Tx, witness: Witness, { kind, inARow }: Counted): Promise<void> {
  if (kind === 'backup_code' || inARow < MOST_IN_A_ROW || !(await totp.suspend(tx, witness.userId))) return
  await record(tx, witness, 'totp_suspended')
  await notify(tx, witness.userId, 'totp-suspended', sceneOf(tx, witness))
}

/**
 * Ends the suspension of the authenticator app after a sign-in with a passkey, and tells every address. Wrong app codes
 * are counted from zero again; a pause at sign-in stays. Does nothing if the app is not suspended.
 */
export async function reviveApp(tx: Tx, witness: Witness): Promise<void> {
  const { userId } = witness
  if (!(await totp.revive(tx, userId))) return
  await guesses.endRow(tx, { userId, kind: 'totp' })
  await record(tx, witness, 'totp_revived')
  await notify(tx, userId, 'totp-revived', sceneOf(tx, witness))
}
