import * as backupCodes from '#db/backup-codes.ts'
import * as guesses from '#db/guesses.ts'
import * as passwords from '#db/passwords.ts'
import * as totp from '#db/totp.ts'
import type { Visitor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { readCode } from '#server/backup-codes/code.ts'
import { AppError } from '#server/errors.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { decoyHash, isSecret } from '#server/crypto/argon2.ts'
import { stepOf } from '#server/totp/otp.ts'
import { open, seal } from '#server/totp/seal.ts'
import type { World } from '#server/world.ts'

/**
 * Wrong codes before a pause, the length of the pause (milliseconds), and wrong codes in a row that remove the
 * authenticator app.
 */
const ROUND = 5
const PAUSE = 15 * 60_000
const MOST_IN_A_ROW = 100

/** A correct code. It must also be spent by `spendFactor`, in the transaction of the action that it allows. */
export type Factor =
  | { kind: 'totp'; step: number; boundAt: number; sealedAs: string; resealed: string | undefined }
  | { kind: 'backup_code'; selector: string; hash: string; boundAt: number }

/** What the code is used for. The letter about wrong codes names it. */
export type Attempt = 'password' | 'mailbox_code' | 'confirmation'

/**
 * Verifies a code from the authenticator app or a backup code, which have different shapes. Every guess is counted per
 * account before it is verified. After five wrong codes the account must wait fifteen minutes (`too_many_attempts`); a
 * hundred in a row remove the app and the password. Sign-in with a passkey is never blocked. Refuses a wrong code with
 * `code_wrong`.
 */
export async function judgeCode(
  world: World,
  visitor: Visitor,
  { userId, code, attempt }: { userId: string; code: string; attempt: Attempt },
): Promise<Factor> {
  const digits = /^\d{6}$/.test(code.replace(/\s/g, '')) ? code.replace(/\s/g, '') : undefined
  const backup = digits === undefined ? readCode(code) : undefined
  if (digits === undefined && backup === undefined) throw new AppError('invalid_input', { reason: 'codeShape' })

  const { inRound, inARow } = await countGuess(world, userId)
  const factor =
    digits === undefined
      ? backup && (await judgeBackupCode(world, userId, backup))
      : await judgeTotp(world, userId, digits)
  if (factor) return factor
  await tellOfWrongCodes(world, visitor, { userId, attempt, inRound, inARow })
  throw new AppError('code_wrong', { reason: 'codeWrongOrUsed' })
}

async function countGuess(world: World, userId: string): Promise<guesses.Guesses> {
  const { counted, known } = await world.db.transaction(async (tx) => {
    const counted = await guesses.count(tx, { userId, round: ROUND, pause: PAUSE })
    return { counted, known: counted ?? (await guesses.find(tx, userId)) }
  })
  if (counted) return counted
  throw new AppError('too_many_attempts', { retryAfter: Math.ceil(((known?.blockedUntil ?? 0) - world.now()) / 1_000) })
}

async function judgeTotp(world: World, userId: string, code: string): Promise<Factor | undefined> {
  const enrolled = await world.db.read((reader) => totp.find(reader, userId))
  if (!enrolled) return undefined
  const opened = open(world.keys.totp, { userId, sealed: enrolled.secret })
  if (!opened) {
    world.log('error', 'The secret of an authenticator app cannot be opened: put the older SECRET back', { userId })
    return undefined
  }
  const { secret, newest } = opened
  const step = stepOf(secret, code, world.now())
  if (step === undefined || step <= enrolled.lastStep) return undefined
  return {
    kind: 'totp',
    step,
    boundAt: enrolled.createdAt,
    sealedAs: enrolled.secret,
    resealed: newest ? undefined : seal(world.keys.totp, world.random, { userId, secret }),
  }
}

async function judgeBackupCode(
  world: World,
  userId: string,
  { selector, verifier }: { selector: string; verifier: string },
): Promise<Factor | undefined> {
  const kept = await world.db.read((reader) => backupCodes.findUnused(reader, { userId, selector }))
  const right = await isSecret(world, verifier, kept?.hash ?? decoyHash(world))
  return kept && right ? { kind: 'backup_code', selector, hash: kept.hash, boundAt: kept.createdAt } : undefined
}

async function tellOfWrongCodes(
  world: World,
  visitor: Visitor,
  { userId, attempt, inRound, inARow }: { userId: string; attempt: Attempt; inRound: number; inARow: number },
): Promise<void> {
  await world.db.transaction(async (tx) => {
    const witness = { ...visitor, userId }
    await record(tx, witness, 'code_wrong', { attempt })
    if (inRound === ROUND && attempt !== 'confirmation')
      await notify(tx, userId, 'suspicious-sign-in', { ...sceneOf(tx, visitor), way: attempt })
    if (inARow >= MOST_IN_A_ROW && (await totp.remove(tx, userId))) {
      await passwords.remove(tx, userId)
      await record(tx, witness, 'totp_disabled')
      await notify(tx, userId, 'totp-disabled', sceneOf(tx, visitor))
    }
  })
}
