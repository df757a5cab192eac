import type { Tx } from '#db/engine/database.ts'
import * as guesses from '#db/guesses.ts'
import * as passkeys from '#db/passkeys.ts'
import * as passwords from '#db/passwords.ts'
import * as retired from '#db/retired.ts'
import * as sessions from '#db/sessions.ts'
import * as totp from '#db/totp.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { takeAway } from '#server/custody/retire.ts'
import { spendTouch } from '#server/custody/touch.ts'
import { AppError } from '#server/errors.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { type Accepted, acceptedPasskeys } from '#server/passkeys/accepted.ts'
import { MOST_PASSKEYS } from '#server/passkeys/add.ts'
import { type KeptWay, keptWays, nameOf } from '#server/removed/list.ts'
import { inSession } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

/**
 * Brings back a way in that was removed or replaced in the last seven days, as it was. What replaced it is removed, and
 * the person's other sessions end then. Sends a letter to every address. Refuses without a touch for it, a password of an
 * account without an app (`forbidden`), and the twenty-sixth passkey (`too_many_passkeys`).
 */
export async function bringBackWay(
  world: World,
  actor: Actor,
  { id }: { id: string },
): Promise<{ accepted: Accepted }> {
  return inSession(world, actor, async (tx) => {
    const { userId } = actor
    const kept = await keptWays(tx, userId, tx.now)
    const chosen = kept.find((way) => way.id === id)
    if (!chosen) throw new AppError('not_found')
    await requireRoom(tx, chosen)
    await spendTouch(tx, actor, { act: 'bring_back_way_in', target: id })
    await putBack(tx, actor, chosen)
    const password = kept.find(({ kind, retiredAt }) => kind === 'password' && retiredAt === chosen.retiredAt)
    if (chosen.kind === 'totp' && password && !(await passwords.find(tx, userId))) await putBack(tx, actor, password)

    return { accepted: await acceptedPasskeys(tx, world.config, userId) }
  })
}

async function requireRoom(tx: Tx, { userId, kind }: KeptWay): Promise<void> {
  if (kind === 'passkey' && (await passkeys.list(tx, userId)).length >= MOST_PASSKEYS)
    throw new AppError('too_many_passkeys')
  if (kind === 'password' && !(await totp.find(tx, userId)))
    throw new AppError('forbidden', { reason: 'passwordNeedsApp' })
}

async function putBack(tx: Tx, actor: Actor, way: KeptWay): Promise<void> {
  const { userId, kind, id } = way
  const replacement = kind === 'passkey' ? undefined : await takeAway(tx, { userId, kind, cause: 'removed' })
  if (replacement) await sessions.removeOthers(tx, { userId, except: actor.sessionId })
  if (!(await retired.bringBack(tx, { id, userId }))) throw new AppError('not_found')
  // Wrong codes of the other app do not count against this one.
  if (kind === 'totp') await guesses.reset(tx, { userId, kind })

  const name = nameOf(way)
  await record(tx, actor, 'way_in_brought_back', { way: kind, ...(name !== undefined && { passkey: name }) })
  await notify(tx, userId, 'way-in-brought-back', { ...sceneOf(tx, actor), wayIn: kind, name })
}
