import * as backupCodes from '#db/backup-codes.ts'
import type { Retired } from '#db/retired.ts'
import * as totp from '#db/totp.ts'
import { readCode } from '#server/backup-codes/code.ts'
import { isCodeOf } from '#server/backup-codes/hash.ts'
import { listKept, takesItselfBack } from '#server/custody/retire.ts'
import { AppError } from '#server/errors.ts'
import { stepOf } from '#server/totp/otp.ts'
import { open, seal } from '#server/totp/seal.ts'
import { bareCode } from '#server/typed-code.ts'
import type { World } from '#server/world.ts'

/** A correct code. It must also be spent by `spendFactor`, in the transaction of the action that it allows. */
export type Factor =
  | { kind: 'totp'; step: number; boundAt: number; sealedAs: string; resealed: string | undefined }
  | { kind: 'backup_code'; selector: string; hash: string; boundAt: number }

/** A code as it was typed. Its shape shows its kind. */
export type TypedCode = { kind: 'totp'; digits: string } | TypedBackupCode
type TypedBackupCode = { kind: 'backup_code'; selector: string; verifier: string }

/** Reads a code from the authenticator app or a backup code. Refuses any other text with `invalid_input`. */
export function readTypedCode(code: string): TypedCode {
  const digits = bareCode(code)
  if (/^\d{6}$/.test(digits)) return { kind: 'totp', digits }
  const backup = readCode(code)
  if (!backup) throw new AppError('invalid_input', { reason: 'codeShape' })
  return { kind: 'backup_code', ...backup }
}

/**
 * Verifies a code, and returns undefined if it is wrong or its app is suspended. The guess must have been counted
 * before.
 */
export async function verifyCode(world: World, userId: string, typed: TypedCode): Promise<Factor | undefined> {
  if (typed.kind === 'totp')
    return verifyTotp(world, userId, {
      code: typed.digits,
      app: await world.db.read((reader) => totp.find(reader, userId)),
    })
  const { selector } = typed
  const kept = await world.db.read((reader) => backupCodes.findUnused(reader, { userId, selector }))
  return verifyBackupCode(world, userId, { typed, kept })
}

/** A correct code of an app or a set of backup codes that was taken away, which can take the account back. */
export type RetiredFactor = Factor & { retired: Retired }

/** Verifies a code against what was taken away in the last seven days. The guess must have been counted before. */
export async function verifyRetiredCode(
  world: World,
  userId: string,
  typed: TypedCode,
): Promise<RetiredFactor | undefined> {
  const kept = await world.db.read((reader) => listKept(reader, userId, world.now()))
  for (const row of kept.filter(takesItselfBack)) {
    const factor = await verifyKept(world, row, typed)
    if (factor) return { ...factor, retired: row }
  }
  return undefined
}

async function verifyKept(
  world: World,
  { userId, kind, kept }: Retired,
  typed: TypedCode,
): Promise<Factor | undefined> {
  if (kind === 'totp' && typed.kind === 'totp')
    return verifyTotp(world, userId, { code: typed.digits, app: totp.fromKept(kept) })
  if (kind !== 'backup_codes' || typed.kind !== 'backup_code') return undefined
  const code = backupCodes.fromKept(kept).find(({ selector }) => selector === typed.selector)
  return verifyBackupCode(world, userId, { typed, kept: code })
}

function verifyTotp(
  world: World,
  userId: string,
  { code, app }: { code: string; app: totp.Totp | undefined },
): Factor | undefined {
  if (!app) return undefined
  const opened = open(world.keys.totp, { userId, sealed: app.secret })
  if (!opened) {
    world.log('error', 'The secret of an authenticator app cannot be opened: put the older SECRET back', { userId })
    return undefined
  }
  const { secret, newest } = opened
  const step = stepOf(secret, code, world.now())
  if (step === undefined || step <= app.lastStep || app.suspendedAt !== null) return undefined
  return {
    kind: 'totp',
    step,
    boundAt: app.createdAt,
    sealedAs: app.secret,
    resealed: newest ? undefined : seal(world.keys.totp, world.random, { userId, secret }),
  }
}

async function verifyBackupCode(
  world: World,
  userId: string,
  { typed: { selector, verifier }, kept }: { typed: TypedBackupCode; kept: backupCodes.BackupCode | undefined },
): Promise<Factor | undefined> {
  const right = kept !== undefined && (await isCodeOf(world, { userId, selector, verifier }, kept.hash))
  return right ? { kind: 'backup_code', selector, hash: kept.hash, boundAt: kept.createdAt } : undefined
}
