import type { Visitor } from '#server/actor.ts'
import { openCeremony, spend, spendAlone } from '#server/ceremonies.ts'
import { countTry, ipGroup } from '#server/limits.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { requirePass } from '#server/recoveries/pass.ts'
import { judgeCode } from '#server/second-factor/judge.ts'
import { spendFactor } from '#server/second-factor/spend.ts'
import { refusalToTakeBack } from '#server/sign-in/take-back.ts'
import { newSessionSecret } from '#server/sessions/token.ts'
import { BORROWED_FOR, type SignInAnswer, startSession } from '#server/sessions/start-session.ts'
import { inAccount } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

/**
 * Signs in with a proven mailbox and a code from the authenticator app or a backup code (way 3), for at most 12 hours.
 * Sends a letter to every address. Refuses a code that was taken away in the last seven days with `way_retired` and
 * a ceremony for `takeBack`.
 */
export async function signInFromMailbox(
  world: World,
  visitor: Visitor,
  { ceremony: sealed, code }: { ceremony: string; code: string },
): Promise<SignInAnswer> {
  await countTry(world, { 'sign-in': ipGroup(visitor.ip) })
  const ceremony = openCeremony(world, visitor, 'recovery', sealed)
  await world.db.read((reader) => requirePass(reader, ceremony, world.now()))
  const { userId } = ceremony
  const factor = await judgeCode(world, visitor, { userId, code, attempt: 'mailbox_code' })
  if ('retired' in factor) {
    await spendAlone(world, ceremony)
    const { retired, ...proof } = factor
    throw refusalToTakeBack(world, visitor, retired, proof)
  }
  const secret = newSessionSecret(world)

  return inAccount(world, userId, async (tx) => {
    await spend(tx, ceremony)
    await requirePass(tx, ceremony, tx.now)
    await spendFactor(tx, visitor, userId, factor)
    await notify(tx, userId, 'borrowed-sign-in', sceneOf(tx, visitor))
    const lifetime = Math.min(BORROWED_FOR, world.config.session.max)
    return startSession(tx, world, visitor, {
      userId,
      way: 'mailbox_code',
      with: { code: factor.kind },
      lifetime,
      secret,
    })
  })
}
