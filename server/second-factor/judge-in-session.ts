import type { Tx } from '#db/engine/database.ts'
import * as guesses from '#db/guesses.ts'
import * as sessions from '#db/sessions.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { AppError } from '#server/errors.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { mayBeRight, suspendIfGuessed } from '#server/second-factor/suspend.ts'
import { type Factor, readTypedCode, type TypedCode, verifyCode } from '#server/second-factor/verify.ts'
import { inAccount } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

/** Wrong codes in a session that tell the owner, and those that end it. */
const TELL = 5
const MOST = 10

/**
 * Verifies a code that confirms a session. Every guess is counted in the session before it is verified, and pauses no
 * sign-in. The owner is told after five wrong codes, and ten end the session. A confirmation sets the count back to
 * zero: it gives the session a new token, so nobody who typed the wrong codes without it can go on. Wrong app codes also
 * count among the hundred in a row that suspend the app, so that the total has a limit. One session adds at most ten,
 * and only a sign-in opens another. Refuses a wrong code with `code_wrong`, and a session that has ended with
 * `not_signed_in`.
 */
export async function judgeCodeInSession(world: World, actor: Actor, code: string): Promise<Factor> {
  const typed = readTypedCode(code)
  const { kind } = typed
  const { inSession, inARow } = await countInSession(world, actor, typed)
  const factor = await verifyCode(world, actor.userId, typed)
  if (factor && mayBeRight({ kind, inARow })) return factor

  await inAccount(world, actor.userId, async (tx) => {
    await record(tx, actor, 'code_wrong', { attempt: 'confirmation' })
    if (inSession === TELL) await notify(tx, actor.userId, 'wrong-codes-in-session', sceneOf(tx, actor))
    await suspendIfGuessed(tx, actor, { kind, inARow })
    // An earlier guess does not end it: a later one may be right, and is under way.
    if (inSession === MOST) await endIfGuessed(tx, actor)
  })
  throw new AppError('code_wrong', { reason: 'codeWrongOrUsed' })
}

type Counted = { inSession: number; inARow: number }

async function countInSession(world: World, actor: Actor, { kind }: TypedCode): Promise<Counted> {
  const { userId, sessionId: id, confirmedAt = null } = actor
  const counted = await inAccount(world, userId, async (tx): Promise<Counted | undefined> => {
    const inSession = await sessions.countCode(tx, { id, userId, confirmedAt, most: MOST })
    // One of those that were counted may be right, and is under way. The last wrong one ends the session.
    if (inSession === undefined) return undefined
    return { inSession, inARow: kind === 'totp' ? await guesses.countInSession(tx, { userId, kind }) : 0 }
  })
  if (!counted) throw new AppError('not_signed_in')
  return counted
}

/** Ends the session after ten wrong codes, once, and tells every address. */
async function endIfGuessed(tx: Tx, actor: Actor): Promise<void> {
  const { userId, sessionId: id } = actor
  if (!(await sessions.removeGuessed(tx, { id, userId, most: MOST }))) return
  await record(tx, actor, 'session_ended_by_codes')
  await notify(tx, userId, 'session-ended-by-codes', sceneOf(tx, actor))
}
