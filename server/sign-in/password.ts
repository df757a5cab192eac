import type { Reader, Tx } from '#db/engine/database.ts'
import * as emails from '#db/emails.ts'
import * as passwords from '#db/passwords.ts'
import type { Visitor } from '#server/actor.ts'
import { record, recordForNobody } from '#server/audit/record.ts'
import { openCeremony, sealCeremony, spend } from '#server/ceremonies.ts'
import { readAddress } from '#server/addresses/address.ts'
import { AppError } from '#server/errors.ts'
import { countTry, forgetTries, ipGroup, isGranted } from '#server/limits.ts'
import { decoyHash, hashSecret, isOutdated, isSecret } from '#server/crypto/argon2.ts'
import { normalisePassword } from '#server/passwords/normalise.ts'
import { judgeCode } from '#server/second-factor/judge.ts'
import { spendFactor } from '#server/second-factor/spend.ts'
import { newSessionSecret } from '#server/sessions/token.ts'
import { type SignInAnswer, startSession } from '#server/sessions/start-session.ts'
import { inAccount } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

/**
 * Checks an address and a password, and returns a ceremony for the second factor. Refuses an unknown address, an
 * account without a password and a wrong password alike with `sign_in_failed`, after the same work.
 */
export async function beginPasswordSignIn(
  world: World,
  visitor: Visitor,
  { email, password }: { email: string; password: string },
): Promise<{ ceremony: string }> {
  const address = readAddress(email)
  if (!address) throw new AppError('invalid_input', { reason: 'addressMalformed' })
  await countTry(world, { 'sign-in': ipGroup(visitor.ip), 'password-tries': address.canonical })

  const known = await world.db.read(async (reader) => {
    const owner = await emails.findByCanonical(reader, address.canonical)
    return passwords.find(reader, owner?.userId ?? '')
  })
  // The account's own limit counts the tries at all of its addresses. It refuses like a wrong password; otherwise it
  // would reveal which addresses belong together.
  const account = `account ${known?.userId ?? address.canonical}`
  const granted = await isGranted(world, { 'password-tries': account })
  const text = normalisePassword(password)
  const right = await isSecret(world, text, (granted && known?.hash) || decoyHash(world))
  const rehashed = known && right && isOutdated(world, known.hash) ? await hashSecret(world, text) : undefined

  // Nobody is locked like somebody, so that both cases take the same time.
  await inAccount(world, known?.userId ?? '', async (tx) => {
    if (!known || !right) return recordWrong(tx, visitor, known?.userId)
    await forgetTries(tx, world.keys, 'password-tries', address.canonical)
    await forgetTries(tx, world.keys, 'password-tries', account)
    if (rehashed) await passwords.rehash(tx, { userId: known.userId, hash: rehashed, before: known.hash })
  })
  if (!known || !right) throw new AppError('sign_in_failed')
  return { ceremony: sealCeremony(world, visitor, 'second-step', { userId: known.userId, passwordSetAt: known.setAt }) }
}

/**
 * Signs in with the code that follows the password (way 2). Refuses with `ceremony_over` if the password was changed
 * since, and refuses a spent code.
 */
export async function finishPasswordSignIn(
  world: World,
  visitor: Visitor,
  { ceremony: sealed, code }: { ceremony: string; code: string },
): Promise<SignInAnswer> {
  await countTry(world, { 'sign-in': ipGroup(visitor.ip) })
  const ceremony = openCeremony(world, visitor, 'second-step', sealed)
  // Also checked before the code, so that a person who knows an old password cannot guess codes.
  await world.db.read((reader) => requireSamePassword(reader, ceremony))
  const factor = await judgeCode(world, visitor, { userId: ceremony.userId, code, attempt: 'password' })
  const secret = newSessionSecret(world)

  return inAccount(world, ceremony.userId, async (tx) => {
    await spend(tx, ceremony)
    await requireSamePassword(tx, ceremony)
    await spendFactor(tx, visitor, ceremony.userId, factor)
    return startSession(tx, world, visitor, {
      userId: ceremony.userId,
      way: 'password',
      with: { code: factor.kind },
      lifetime: world.config.session.max,
      secret,
    })
  })
}

async function requireSamePassword(
  reader: Reader,
  { userId, passwordSetAt }: { userId: string; passwordSetAt: number },
): Promise<void> {
  const password = await passwords.find(reader, userId)
  if (password?.setAt !== passwordSetAt) throw new AppError('ceremony_over')
}

/** Records a wrong password in the owner's activity. Without an owner it does work that takes as long. */
async function recordWrong(tx: Tx, visitor: Visitor, userId: string | undefined): Promise<void> {
  if (userId === undefined) await recordForNobody(tx, visitor, 'password_wrong')
  else await record(tx, { ...visitor, userId }, 'password_wrong')
}
