import * as recoveries from '#db/recoveries.ts'
import type { Visitor } from '#server/actor.ts'
import { openCeremony, sealCeremony, spendAlone } from '#server/ceremonies.ts'
import { readAddress } from '#server/addresses/address.ts'
import { AppError } from '#server/errors.ts'
import { countTry, ipGroup } from '#server/limits.ts'
import { mayLeaveAtOnce } from '#server/mail/codes/budget.ts'
import { isRightCode } from '#server/mail/codes/judge.ts'
import { type ShownCode, shownCode } from '#server/mail/codes/send.ts'
import { sendRecoveryCode } from '#server/recoveries/send-code.ts'
import { addressOf, codeWays, type RecoveryWay, requirePass } from '#server/recoveries/pass.ts'
import { type RecoveryState, stateOf } from '#server/recoveries/state.ts'
import type { World } from '#server/world.ts'

/**
 * Begins a recovery ("I can't use my passkey"): sends a code to an address that can recover an account. The answer is
 * the same for every address, but an unknown address gets no letter. Past the budget of the mailbox, the request joins
 * the next letter.
 */
export async function beginRecovery(
  world: World,
  visitor: Visitor,
  { email }: { email: string },
): Promise<ShownCode & { ceremony: string }> {
  const address = readAddress(email)
  if (!address) throw new AppError('invalid_input', { reason: 'addressMalformed' })
  await countTry(world, { 'sign-in': ipGroup(visitor.ip) })
  const { canonical } = address
  const atOnce = await mayLeaveAtOnce(world, 'recovery', { canonical, ip: visitor.ip })

  const { leavesAt, ...sent } = await world.db.transaction((tx) =>
    sendRecoveryCode(tx, world, visitor, { canonical, atOnce }),
  )
  const ceremony = sealCeremony(world, visitor, 'recovery-code', { email: address.address, ...sent }, leavesAt)
  return { ceremony, ...shownCode({ ...sent, leavesAt }) }
}

/**
 * Checks the code, and returns a pass, the state of the recovery and the second factors that let the owner in now. Refuses a
 * wrong code and an unknown address alike with `code_wrong`.
 */
export async function confirmRecovery(
  world: World,
  visitor: Visitor,
  { ceremony: sealed, code }: { ceremony: string; code: string },
): Promise<RecoveryState & { ceremony: string; ways: RecoveryWay[] }> {
  await countTry(world, { codes: ipGroup(visitor.ip) })
  const ceremony = openCeremony(world, visitor, 'recovery-code', sealed)
  const right = await isRightCode(world, ceremony, code)
  const canonical = ceremony.email.toLowerCase()
  const owner = await world.db.read((reader) => addressOf(reader, canonical, world.now()))
  if (!right || !owner) throw new AppError('code_wrong')
  await spendAlone(world, ceremony)

  const { userId } = owner
  const pass = { userId, email: canonical, codeSentAt: ceremony.codeSentAt }
  await world.db.read((reader) => requirePass(reader, pass, world.now()))
  const [recovery, ways] = await world.db.read((reader) =>
    Promise.all([
      recoveries.findLive(reader, { userId, canonical, now: world.now() }),
      codeWays(reader, userId, world.now()),
    ]),
  )
  return {
    ceremony: sealCeremony(world, visitor, 'recovery', pass),
    ...stateOf(recovery, world.now()),
    ways,
  }
}
