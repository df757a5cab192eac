import * as users from '#db/users.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { readCode } from '#server/backup-codes/code.ts'
import { openCeremony, sealCeremony, spend } from '#server/ceremonies.ts'
import { AppError } from '#server/errors.ts'
import { inSession } from '#server/in-account.ts'
import { countTry, ipGroup } from '#server/limits.ts'
import { mayLeaveAtOnce } from '#server/mail/codes/budget.ts'
import { isRightCode } from '#server/mail/codes/judge.ts'
import { sendCode, type ShownCode, shownCode } from '#server/mail/codes/send.ts'
import { sceneOf } from '#server/mail/outbox/enqueue.ts'
import type { World } from '#server/world.ts'

/**
 * Sends a code to the actor's primary address, as a recovery would, but one that opens nothing. It shows whether the
 * person can read that mailbox.
 */
export async function beginRehearsal(world: World, actor: Actor): Promise<ShownCode & { ceremony: string }> {
  const { email, ip, language } = actor
  const canonical = email.toLowerCase()
  const atOnce = await mayLeaveAtOnce(world, 'rehearsal', { canonical, ip })
  const { leavesAt, ...sent } = await inSession(world, actor, (tx) =>
    sendCode(tx, world, {
      flow: 'rehearsal',
      canonical,
      to: { address: email, language },
      letter: 'rehearsal-code',
      scene: sceneOf(tx, actor),
      atOnce,
    }),
  )
  const state = { sessionId: actor.sessionId, ...sent }
  return { ceremony: sealCeremony(world, actor, 'rehearsal', state, leavesAt), ...shownCode({ ...sent, leavesAt }) }
}

/**
 * Checks the mailed code, and writes down when the person rehearsed; it changes nothing else. Refuses a wrong code with
 * `code_wrong`.
 */
export async function finishRehearsal(
  world: World,
  actor: Actor,
  { ceremony: sealed, code }: { ceremony: string; code: string },
): Promise<void> {
  await countTry(world, { codes: ipGroup(actor.ip) })
  const ceremony = openCeremony(world, actor, 'rehearsal', sealed)
  if (ceremony.sessionId !== actor.sessionId) throw new AppError('ceremony_over')
  if (!(await isRightCode(world, ceremony, code))) throw new AppError('code_wrong')
  await inSession(world, actor, async (tx) => {
    await spend(tx, ceremony)
    await users.setRehearsed(tx, actor.userId)
    await record(tx, actor, 'rehearsed')
  })
}

/**
 * Returns whether a text has the form of a backup code. It is not compared with the codes of the account: a rehearsal
 * spends nothing, and tells nobody which codes are right.
 */
export async function judgeFormOfCode(
  _world: World,
  _actor: Actor,
  { code }: { code: string },
): Promise<{ fits: boolean }> {
  return { fits: readCode(code) !== undefined }
}
