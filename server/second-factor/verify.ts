import * as backupCodes from '#db/backup-codes.ts'
import * as totp from '#db/totp.ts'
import { readCode } from '#server/backup-codes/code.ts'
import { isCodeOf } from '#server/backup-codes/hash.ts'
import { AppError } from '#server/errors.ts'
import { stepOf } from '#server/totp/otp.ts'
import { open, seal } from '#server/totp/seal.ts'
import type { World } from '#server/world.ts'

/** A correct code. It must also be spent by `spendFactor`, in the transaction of the action that it allows. */
export type Factor =
  | { kind: 'totp'; step: number; boundAt: number; sealedAs: string; resealed: string | undefined }
  | { kind: 'backup_code'; selector: string; hash: string; boundAt: number }

/** A code as it was typed. Its shape shows its kind. */
export type TypedCode = { kind: 'totp'; digits: string } | { kind: 'backup_code'; selector: string; verifier: string }

/** Reads a code from the authenticator app or a backup code. Refuses any other text with `invalid_input`. */
export function readTypedCode(code: string): TypedCode {
  const digits = code.replace(/\s/g, '')
  if (/^\d{6}$/.test(digits)) return { kind: 'totp', digits }
  const backup = readCode(code)
  if (!backup) throw new AppError('invalid_input', { reason: 'codeShape' })
  return { kind: 'backup_code', ...backup }
}

/**
 * Verifies a code, and returns undefined if it is wrong or its app is suspended. The guess must have been counted
 * before.
 */
export function verifyCode(world: World, userId: string, typed: TypedCode): Promise<Factor | undefined> {
  return typed.kind === 'totp' ? verifyTotp(world, userId, typed.digits) : verifyBackupCode(world, userId, typed)
}

async function verifyTotp(world: World, userId: string, code: string): Promise<Factor | undefined> {
  const enrolled = await world.db.read((reader) => totp.find(reader, userId))
  if (!enrolled) return undefined
  const opened = open(world.keys.totp, { userId, sealed: enrolled.secret })
  if (!opened) {
    world.log('error', 'The secret of an authenticator app cannot be opened: put the older SECRET back', { userId })
    return undefined
  }
  const { secret, newest } = opened
  const step = stepOf(secret, code, world.now())
  if (step === undefined || step <= enrolled.lastStep || enrolled.suspendedAt !== null) return undefined
  return {
    kind: 'totp',
    step,
    boundAt: enrolled.createdAt,
    sealedAs: enrolled.secret,
    resealed: newest ? undefined : seal(world.keys.totp, world.random, { userId, secret }),
  }
}

async function verifyBackupCode(
  world: World,
  userId: string,
  { selector, verifier }: { selector: string; verifier: string },
): Promise<Factor | undefined> {
  const kept = await world.db.read((reader) => backupCodes.findUnused(reader, { userId, selector }))
  const right = kept !== undefined && (await isCodeOf(world, { userId, selector, verifier }, kept.hash))
  return right ? { kind: 'backup_code', selector, hash: kept.hash, boundAt: kept.createdAt } : undefined
}
