import * as guesses from '#db/guesses.ts'
import type { Visitor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { AppError } from '#server/errors.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { mayBeRight, suspendIfGuessed } from '#server/second-factor/suspend.ts'
import {
  type Factor,
  readTypedCode,
  type RetiredFactor,
  verifyCode,
  verifyRetiredCode,
} from '#server/second-factor/verify.ts'
import { inAccount } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

/** Wrong codes of one kind before a pause, and the length of the pause (milliseconds). */
const ROUND = 5
const PAUSE = 15 * 60_000

/** The sign-in that the code completes. The letter about wrong codes names it. */
export type Attempt = 'password' | 'mailbox_code'

/**
 * Verifies a code from the authenticator app or a backup code that completes a sign-in. Every guess is counted per
 * account and kind before it is verified. After five wrong codes of one kind that kind must wait fifteen minutes
 * (`too_many_attempts`); a hundred wrong app codes in a row suspend the app. The other kind and sign-in with a passkey
 * are never blocked. With a mailbox, a code that was taken away in the last seven days is right too, and says so.
 * Refuses a wrong code, and every code of a suspended app, with `code_wrong`.
 */
export async function judgeCode(
  world: World,
  visitor: Visitor,
  { userId, code, attempt }: { userId: string; code: string; attempt: Attempt },
): Promise<Factor | RetiredFactor> {
  const typed = readTypedCode(code)
  const { kind } = typed
  const { inRound, inARow } = await countGuess(world, userId, kind)
  const live = await verifyCode(world, userId, typed)
  const factor = live ?? (attempt === 'mailbox_code' ? await verifyRetiredCode(world, userId, typed) : undefined)
  if (factor && mayBeRight({ kind, inARow })) return factor

  await inAccount(world, userId, async (tx) => {
    const witness = { ...visitor, userId }
    await record(tx, witness, 'code_wrong', { attempt })
    if (inRound === ROUND) await notify(tx, userId, 'suspicious-sign-in', { ...sceneOf(tx, visitor), way: attempt })
    await suspendIfGuessed(tx, witness, { kind, inARow })
  })
  throw new AppError('code_wrong', { reason: 'codeWrongOrUsed' })
}

async function countGuess(world: World, userId: string, kind: guesses.GuessedKind): Promise<guesses.Guesses> {
  const { counted, known } = await world.db.transaction(async (tx) => {
    const counted = await guesses.count(tx, { userId, kind, round: ROUND, pause: PAUSE })
    return { counted, known: counted ?? (await guesses.find(tx, { userId, kind })) }
  })
  if (counted) return counted
  throw new AppError('too_many_attempts', { retryAfter: Math.ceil(((known?.blockedUntil ?? 0) - world.now()) / 1_000) })
}
