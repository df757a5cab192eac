import * as backupCodes from '#db/backup-codes.ts'
import * as recoveries from '#db/recoveries.ts'
import * as totp from '#db/totp.ts'
import type { Visitor } from '#server/actor.ts'
import { openCeremony, sealCeremony, spend } from '#server/ceremonies.ts'
import { readAddress } from '#server/addresses/address.ts'
import { AppError } from '#server/errors.ts'
import { codeLetterLimits, countTry, ipGroup } from '#server/limits.ts'
import { isMailboxCode } from '#server/mail/mailbox-code.ts'
import { enqueue, enqueueDecoy, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { recoverableBy, requireLivePass } from '#server/recoveries/pass.ts'
import { type RecoveryState, stateOf } from '#server/recoveries/state.ts'
import type { World } from '#server/world.ts'

/**
 * Begins a recovery ("I can't use my passkey"): sends a code to an address that can recover an account. The answer is
 * the same for every address, but an unknown address gets no letter.
 */
export async function beginRecovery(
  world: World,
  visitor: Visitor,
  { email }: { email: string },
): Promise<{ ceremony: string }> {
  const address = readAddress(email)
  if (!address) throw new AppError('invalid_input', { reason: 'addressMalformed' })
  await countTry(world, { 'sign-in': ipGroup(visitor.ip), ...codeLetterLimits(address.canonical, visitor.ip) })

  const letter = await world.db.transaction(async (tx) => {
    const owner = await recoverableBy(tx, address.canonical, tx.now)
    const scene = sceneOf(tx, visitor)
    const letterId = owner
      ? await enqueue(tx, owner, 'recovery-code', scene)
      : await enqueueDecoy(tx, visitor.language, 'recovery-code', scene)
    return { letterId, codeSentAt: tx.now }
  })
  return { ceremony: sealCeremony(world, visitor, 'recovery-code', { email: address.address, ...letter }) }
}

export type RecoveryWay = 'totp' | 'backup_code'

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
  await countTry(world, { 'code-tries': ceremony.letterId })

  const canonical = ceremony.email.toLowerCase()
  const owner = await world.db.read((reader) => recoverableBy(reader, canonical, world.now()))
  const right = isMailboxCode(world.keys, ceremony.letterId, code)
  if (!right || !owner) throw new AppError('code_wrong')
  await world.db.transaction((tx) => spend(tx, ceremony))

  const { userId } = owner
  const pass = { userId, email: canonical, codeSentAt: ceremony.codeSentAt }
  await world.db.read((reader) => requireLivePass(reader, pass, world.now()))
  const [recovery, app, codes] = await world.db.read((reader) =>
    Promise.all([
      recoveries.findLive(reader, userId, world.now()),
      totp.find(reader, userId),
      backupCodes.count(reader, userId),
    ]),
  )
  const ways: (RecoveryWay | false | undefined)[] = [
    app?.suspendedAt === null && 'totp',
    codes.remaining > 0 && 'backup_code',
  ]
  return {
    ceremony: sealCeremony(world, visitor, 'recovery', pass),
    ...stateOf(recovery, world.now()),
    ways: ways.filter((way) => typeof way === 'string'),
  }
}
