import type { Reader, Tx } from '#db/engine/database.ts'
import * as sessions from '#db/sessions.ts'
import type { Actor } from '#server/actor.ts'
import { type Act, may } from '#server/custody/rules.ts'
import { daysUntil } from '#server/settled.ts'
import { touchingWays, type Touching } from '#server/custody/ways.ts'
import { AppError } from '#server/errors.ts'
import { requireSession } from '#server/guards.ts'
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
  bring_back_way_in: 'bring_back',
  remove_for_good: 'remove_way_in',
  delete_account: 'delete_account',
  cancel_recovery: 'cancel_recovery',
  // Acts of administrators need the touch that deleting one’s own account needs.
  suspend_person: 'delete_account',
  unsuspend_person: 'delete_account',
  end_sessions_of: 'delete_account',
  cancel_recovery_of: 'delete_account',
  grant_role: 'delete_account',
  remove_role: 'delete_account',
  confirm_roles: 'delete_account',
  become_owner: 'delete_account',
  put_group: 'delete_account',
  remove_group: 'delete_account',
  put_member: 'delete_account',
  remove_member: 'delete_account',
  put_app_role: 'delete_account',
  remove_app_role: 'delete_account',
  give_app_role: 'delete_account',
  take_app_role: 'delete_account',
  put_policy: 'delete_account',
  remove_policy: 'delete_account',
  make_service_key: 'delete_account',
  revoke_service_key: 'delete_account',
  change_settings: 'delete_account',
  invite: 'delete_account',
  revoke_invitation: 'delete_account',
  approve_person: 'delete_account',
  decline_person: 'delete_account',
  retry_letters: 'delete_account',
}

/** How long a touch can be used, in milliseconds. */
const LASTS = 10 * 60_000

/**
 * Spends the session's touch for an act and its target, in the transaction of the act. The write decides, so a touch
 * works once. Refuses with `touch_required` without one, and with `not_settled` if no way in of the account may touch
 * yet.
 */
export async function spendTouch(tx: Tx, actor: Actor, touch: Touch): Promise<void> {
  const refusal = await trySpendTouch(tx, actor, touch)
  if (refusal) throw refusal
}

/**
 * Spends a touch like `spendTouch`, but returns the refusal. For an act that removes a way in which may touch, and that
 * has other refusals which come first.
 */
export async function trySpendTouch(tx: Tx, actor: Actor, touch: Touch): Promise<AppError | undefined> {
  const spent = await sessions.spendTouch(tx, {
    id: actor.sessionId,
    touchedFor: writeTouch(touch),
    since: tx.now - LASTS,
  })
  return spent ? undefined : refusalFor(tx, actor, touch, tx.now)
}

/**
 * Refuses like `spendTouch`, and spends nothing. For work that is not worth beginning without a touch. Refuses with
 * `not_signed_in` if the session ended during the request, because its touch is gone with it.
 */
export async function requireTouch(reader: Reader, actor: Actor, touch: Touch, now: number): Promise<void> {
  await requireSession(reader, actor)
  const given = await sessions.findTouch(reader, actor.sessionId)
  const isGiven = given?.touchedFor === writeTouch(touch) && given.touchedAt > now - LASTS && given.touchedAt <= now
  if (!isGiven) throw await refusalFor(reader, actor, touch, now)
}

/** Returns the ways in that may touch for an act. Refuses with `not_settled` if there is none yet. */
export async function waysToTouch(
  reader: Reader,
  userId: string,
  touch: Touch,
  now: number,
): Promise<[Touching, ...Touching[]]> {
  const ways = await touchingWays(reader, userId, now)
  const [first, ...others] = ways.filter((way) => mayTouch(way, touch))
  if (!first) throw notSettled(ways, now)
  return [first, ...others]
}

function mayTouch({ settled }: Touching, { act }: Touch): boolean {
  return may(RULE[act], { touch: { settled } })
}

/** The refusal if no way in may touch yet: from when the first of them may. */
function notSettled(ways: Touching[], now: number): AppError {
  const from = Math.min(...ways.map(({ settlesAt }) => settlesAt))
  if (!Number.isFinite(from)) return new AppError('not_settled')
  return new AppError('not_settled', { reason: 'notSettled', numbers: { days: daysUntil(from, now) }, settlesAt: from })
}

async function refusalFor(reader: Reader, { userId }: Actor, touch: Touch, now: number): Promise<AppError> {
  const ways = await touchingWays(reader, userId, now)
  return ways.some((way) => mayTouch(way, touch)) ? new AppError('touch_required', { touch }) : notSettled(ways, now)
}
