import * as backupCodes from '#db/backup-codes.ts'
import type { Reader } from '#db/engine/database.ts'
import * as emails from '#db/emails.ts'
import * as recoveries from '#db/recoveries.ts'
import * as totp from '#db/totp.ts'
import * as users from '#db/users.ts'
import type { Visitor } from '#server/actor.ts'
import { openCeremony, type RecoveryPass, sealCeremony, spend } from '#server/ceremonies.ts'
import { readAddress } from '#server/emails/address.ts'
import { AppError } from '#server/errors.ts'
import { codeLetterLimits, countTry, ipGroup } from '#server/limits.ts'
import { isMailboxCode } from '#server/mail/code.ts'
import { enqueue, enqueueDecoy, sceneOf } from '#server/mail/enqueue.ts'
import { type RecoveryState, stateOf } from '#server/recoveries/state.ts'
import type { World } from '#server/world.ts'

/**
 * "I can't use my passkey": sends a code to an address that can recover an account. The answer is the same for every address;
 * nothing is mailed to an unknown one.
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

/** Checks the code, and answers with what is possible now. An unknown address is like a wrong code. */
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
  const ways: (RecoveryWay | false | undefined)[] = [app && 'totp', codes.remaining > 0 && 'backup_code']
  return {
    ceremony: sealCeremony(world, visitor, 'recovery', pass),
    ...stateOf(recovery, world.now()),
    ways: ways.filter((way) => typeof way === 'string'),
  }
}

/**
 * Refuses a pass that is not good any more: the address has left the account or cannot recover it, the account is about to be
 * deleted, or a recovery of it ended after the code for the pass was mailed, and every token of that cycle with it.
 */
export async function requireLivePass(
  reader: Reader,
  { userId, email, codeSentAt }: RecoveryPass,
  now: number,
): Promise<void> {
  const owner = await recoverableBy(reader, email, now)
  const lastEnd = await recoveries.lastEnd(reader, userId)
  if (owner?.userId !== userId || (lastEnd !== undefined && lastEnd >= codeSentAt)) throw new AppError('ceremony_over')
}

/** Whose account an address can recover now. Not one that is about to be deleted: only its owner's sign-in revives that. */
async function recoverableBy(reader: Reader, canonical: string, now: number): Promise<emails.Email | undefined> {
  const owner = await emails.findByCanonical(reader, canonical)
  const user = await users.find(reader, owner?.userId ?? '')
  return owner && user && user.deleteAt === null && owner.recoversAt <= now ? owner : undefined
}
