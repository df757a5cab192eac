import * as guesses from '#db/guesses.ts'
import * as sessions from '#db/sessions.ts'
import * as totp from '#db/totp.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { openCeremony, sealCeremony, spend } from '#server/ceremonies.ts'
import { takeAway } from '#server/custody/retire.ts'
import { requireTouch, spendTouch } from '#server/custody/touch.ts'
import { requireConfirmation } from '#server/guards.ts'
import { AppError } from '#server/errors.ts'
import { countTry } from '#server/limits.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { keyUri, newSecret, stepOf } from '#server/totp/otp.ts'
import { qrSvg } from '#server/totp/qr.ts'
import { seal } from '#server/totp/seal.ts'
import { inSession } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

const REPLACES = { act: 'replace_app' } as const

export type TotpOffer = { ceremony: string; secret: string; uri: string; qr: string }

/**
 * Returns a new secret for an authenticator app. Stores nothing; an older app works until a code confirms the new one.
 */
export async function beginTotp(world: World, actor: Actor): Promise<TotpOffer> {
  requireConfirmation(world, actor)
  await world.db.read(async (reader) => {
    if (await totp.find(reader, actor.userId)) await requireTouch(reader, actor, REPLACES, world.now())
  })
  const secret = newSecret(world.random)
  const uri = keyUri({ secret, issuer: world.config.rp.name, label: actor.email })
  return {
    ceremony: sealCeremony(world, actor, 'enrol-totp', { secret, sessionId: actor.sessionId }),
    secret,
    uri,
    qr: await qrSvg(uri),
  }
}

/**
 * Turns the authenticator app on with a code of the new secret, and spends the code. Replacing an older app ends the
 * person's other sessions, and keeps it for seven days if it had settled. Refuses a wrong code with `code_wrong`.
 */
export async function confirmTotp(
  world: World,
  actor: Actor,
  { ceremony: sealed, code }: { ceremony: string; code: string },
): Promise<void> {
  requireConfirmation(world, actor)
  const ceremony = openCeremony(world, actor, 'enrol-totp', sealed)
  if (ceremony.sessionId !== actor.sessionId) throw new AppError('ceremony_over')
  await countTry(world, { 'code-tries': ceremony.id })
  const step = stepOf(ceremony.secret, code, world.now())
  if (step === undefined) throw new AppError('code_wrong', { reason: 'appCodeWrong' })

  await inSession(world, actor, async (tx) => {
    await spend(tx, ceremony)
    const replaced = await totp.find(tx, actor.userId)
    // The current app was turned on after this secret was offered, so the offer is no longer valid. A time in the future
    // was stored by a clock that was ahead.
    if (replaced && replaced.createdAt > ceremony.startedAt && replaced.createdAt <= tx.now)
      throw new AppError('ceremony_over')
    if (replaced) await spendTouch(tx, actor, REPLACES)
    const before = await takeAway(tx, { userId: actor.userId, kind: 'totp', cause: 'removed' })
    const secret = seal(world.keys.totp, world.random, { userId: actor.userId, secret: ceremony.secret })
    await totp.put(tx, { userId: actor.userId, secret, step })
    // Wrong codes of the old app do not count against the new one.
    await guesses.reset(tx, { userId: actor.userId, kind: 'totp' })
    if (replaced) await sessions.removeOthers(tx, { userId: actor.userId, except: actor.sessionId })

    await record(tx, actor, replaced ? 'totp_replaced' : 'totp_on')
    await notify(tx, actor.userId, 'totp-on', { ...sceneOf(tx, actor), ...before })
  })
}
