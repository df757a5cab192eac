import type { Tx } from '#db/engine/database.ts'
import * as backupCodes from '#db/backup-codes.ts'
import * as guesses from '#db/guesses.ts'
import * as totp from '#db/totp.ts'
import type { Visitor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { AppError } from '#server/errors.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import type { Factor } from '#server/second-factor/verify.ts'

/**
 * Spends a correct code, in the transaction of the action that it allows. A code of the app must be newer than every
 * spent one; a backup code must be unused. The write decides, so the second use of a code is refused with `code_wrong`.
 * Resets the count of wrong codes of this kind, not of the other one.
 */
export async function spendFactor(
  tx: Tx,
  visitor: Visitor & { sessionId?: string },
  userId: string,
  factor: Factor,
): Promise<void> {
  const spent =
    factor.kind === 'totp' ? await spendTotp(tx, userId, factor) : await spendBackupCode(tx, visitor, userId, factor)
  if (!spent) throw new AppError('code_wrong', { reason: 'codeWrongOrUsed' })
  await guesses.reset(tx, { userId, kind: factor.kind })
}

async function spendTotp(
  tx: Tx,
  userId: string,
  { step, sealedAs, resealed }: Extract<Factor, { kind: 'totp' }>,
): Promise<boolean> {
  if (!(await totp.spendStep(tx, { userId, step, sealedAs }))) return false
  if (resealed !== undefined) await totp.reseal(tx, { userId, sealedAs, secret: resealed })
  return true
}

async function spendBackupCode(
  tx: Tx,
  visitor: Visitor & { sessionId?: string },
  userId: string,
  { selector, hash }: Extract<Factor, { kind: 'backup_code' }>,
): Promise<boolean> {
  if (!(await backupCodes.use(tx, { userId, selector, hash }))) return false
  const { remaining } = await backupCodes.count(tx, userId)
  await record(tx, { ...visitor, userId }, 'backup_code_used', { remaining })
  await notify(tx, userId, 'backup-code-used', { ...sceneOf(tx, visitor), remaining })
  return true
}
