import type { Reader, Tx } from '#db/engine/database.ts'
import * as sessions from '#db/sessions.ts'
import type { Actor } from '#server/actor.ts'
import { type Act, may } from '#server/custody/rules.ts'
import { touchingWays, type Touching } from '#server/custody/ways.ts'
import { AppError } from '#server/errors.ts'
import { type Touch, type TouchedAct, writeTouch } from '#server/touches.ts'

/** The rule that decides each act. */
const RULE: Record<TouchedAct, Act> = {
  remove_passkey: 'remove_way_in',
  remove_app: 'remove_way_in',
  remove_password: 'remove_way_in',
  replace_app: 'replace_way_in',
  replace_backup_codes: 'replace_way_in',
  replace_password: 'replace_way_in',
  remove_email: 'remove_email',
  promote_email: 'promote_email',
  bring_back_email: 'bring_back',
  delete_account: 'delete_account',
  cancel_recovery: 'cancel_recovery',
}

/** How long a touch can be used, in milliseconds. */
const LASTS = 10 * 60_000

/**
 * Spends the session's touch for an act and its target, in the transaction of the act. The write decides, so a touch
 * works once. Refuses with `touch_required` without one, and with `not_settled` if no way in of the account may touch
 * yet.
 */
export async function spendTouch(tx: Tx, actor: Actor, touch: Touch): Promise<void> {
  const spent = await sessions.spendTouch(tx, {
    id: actor.sessionId,
    touchedFor: writeTouch(touch),
    since: tx.now - LASTS,
  })
  if (!spent) throw await refusalFor(tx, actor, touch, tx.now)
}

/** Refuses like `spendTouch`, and spends nothing. For work that is not worth beginning without a touch. */
export async function requireTouch(reader: Reader, actor: Actor, touch: Touch, now: number): Promise<void> {
  const given = await sessions.findTouch(reader, actor.sessionId)
  const isGiven = given?.touchedFor === writeTouch(touch) && given.touchedAt > now - LASTS && given.touchedAt <= now
  if (!isGiven) throw await refusalFor(reader, actor, touch, now)
}

/** Returns the ways in that may touch for an act. Refuses with `not_settled` if there is none yet. */
export async function waysToTouch(
  reader: Reader,
  userId: string,
  { act }: Touch,
  now: number,
): Promise<[Touching, ...Touching[]]> {
  const ways = await touchingWays(reader, userId, now)
  const [first, ...others] = ways.filter(({ settled }) => may(RULE[act], { touch: { settled } }))
  if (first) return [first, ...others]
  const from = Math.min(...ways.map(({ settlesAt }) => settlesAt))
  if (!Number.isFinite(from)) throw new AppError('not_settled')
  const days = Math.max(1, Math.ceil((from - now) / 86_400_000))
  throw new AppError('not_settled', { reason: 'notSettled', numbers: { days }, settlesAt: from })
}

async function refusalFor(reader: Reader, { userId }: Actor, touch: Touch, now: number): Promise<AppError> {
  await waysToTouch(reader, userId, touch, now)
  return new AppError('touch_required', { touch })
}
