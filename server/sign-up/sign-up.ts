import * as emails from '#db/emails.ts'
import * as passkeys from '#db/passkeys.ts'
import * as users from '#db/users.ts'
import type { Visitor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { openCeremony, sealCeremony, spend, spendAlone } from '#server/ceremonies.ts'
import { readAddress } from '#server/addresses/address.ts'
import { AppError } from '#server/errors.ts'
import { countTry, ipGroup } from '#server/limits.ts'
import { mayLeaveAtOnce } from '#server/mail/codes/budget.ts'
import { isRightCode } from '#server/mail/codes/judge.ts'
import { sendCode, type ShownCode, shownCode } from '#server/mail/codes/send.ts'
import { sceneOf } from '#server/mail/outbox/enqueue.ts'
import { type Accepted, acceptedPasskeys, passkeyNames } from '#server/passkeys/accepted.ts'
import { passkeyName } from '#server/passkeys/name.ts'
import {
  creationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
} from '#server/passkeys/webauthn.ts'
import { judgeRegistration } from '#server/passkeys/judge-registration.ts'
import { type OpenedSession, insertSession } from '#server/sessions/insert-session.ts'
import { newSessionSecret } from '#server/sessions/token.ts'
import type { World } from '#server/world.ts'

/**
 * Sends a code to the address, or the letter "you already have an account" if it is taken. Returns the same answer in
 * both cases. Past the budget of the mailbox, the request joins the next letter.
 */
export async function beginSignUp(
  world: World,
  visitor: Visitor,
  { email }: { email: string },
): Promise<ShownCode & { ceremony: string }> {
  const address = readAddress(email)
  if (!address) throw new AppError('invalid_input', { reason: 'addressMalformed' })
  await countTry(world, { 'sign-up': ipGroup(visitor.ip) })
  const { canonical } = address
  const atOnce = await mayLeaveAtOnce(world, 'sign-up', { canonical, ip: visitor.ip })

  const { leavesAt, ...sent } = await world.db.transaction(async (tx) => {
    const taken = await emails.findByCanonical(tx, canonical)
    return sendCode(tx, world, {
      flow: 'sign-up',
      canonical,
      // The letter goes to the address as its owner wrote it, not as a stranger spells it.
      to: taken ?? { address: address.address, language: visitor.language },
      letter: taken ? 'already-have-account' : 'sign-up-code',
      scene: sceneOf(tx, visitor),
      atOnce,
    })
  })
  const ceremony = sealCeremony(world, visitor, 'sign-up-code', { email: address.address, ...sent }, leavesAt)
  return { ceremony, ...shownCode({ ...sent, leavesAt }) }
}

/**
 * Checks the code from the letter, and returns the ceremony and the options for creating a passkey. Refuses a wrong
 * code and a taken address alike with `code_wrong`.
 */
export async function confirmSignUp(
  world: World,
  visitor: Visitor,
  { ceremony: sealed, code }: { ceremony: string; code: string },
): Promise<{ ceremony: string; options: PublicKeyCredentialCreationOptionsJSON }> {
  await countTry(world, { codes: ipGroup(visitor.ip) })
  const ceremony = openCeremony(world, visitor, 'sign-up-code', sealed)
  const [right, taken] = await Promise.all([
    isRightCode(world, ceremony, code),
    world.db.read((reader) => emails.findByCanonical(reader, ceremony.email.toLowerCase())),
  ])
  if (!right || taken) throw new AppError('code_wrong')
  await spendAlone(world, ceremony)

  const [handle, challenge] = [world.random(64).toString('base64url'), world.random(32).toString('base64url')]
  const owner = { handle, ...passkeyNames('', ceremony.email) }
  return {
    ceremony: sealCeremony(world, visitor, 'sign-up-passkey', { email: ceremony.email, handle, challenge }),
    options: await creationOptions(world.config, { owner, challenge, existing: [] }),
  }
}

export type SignUpAnswer = {
  user: { id: string; name: string; email: string }
  accepted: Accepted
  session: OpenedSession
}

/**
 * Creates the account with its first passkey and signs in, in one transaction: person, address, passkey, session and
 * event. Refuses with `email_taken` or `passkey_taken`.
 */
export async function finishSignUp(
  world: World,
  visitor: Visitor,
  { ceremony: sealed, credential, name }: { ceremony: string; credential: RegistrationResponseJSON; name?: string },
): Promise<SignUpAnswer> {
  await countTry(world, { 'sign-in': ipGroup(visitor.ip) })
  const ceremony = openCeremony(world, visitor, 'sign-up-passkey', sealed)
  const registered = await judgeRegistration(world, ceremony, credential)

  const secret = newSessionSecret(world)

  return world.db.transaction(async (tx) => {
    const userId = tx.newId()
    const address = { userId, address: ceremony.email, canonical: ceremony.email.toLowerCase(), isPrimary: true }
    const [, user, isFree, passkey] = await Promise.all([
      spend(tx, ceremony),
      users.insert(tx, { id: userId, handle: ceremony.handle, name: '', language: visitor.language }),
      emails.insert(tx, address),
      passkeys.insert(tx, { ...registered, userId, name: passkeyName(name, visitor, registered) }),
    ])
    if (!isFree) throw new AppError('email_taken')
    if (!passkey) throw new AppError('passkey_taken')

    const expiresAt = tx.now + world.config.session.max
    const { id: sessionId, ...session } = await insertSession(tx, world.keys, visitor, {
      userId,
      way: 'sign_up',
      passkeyId: passkey.id,
      expiresAt,
      secret,
    })
    const [accepted] = await Promise.all([
      acceptedPasskeys(tx, world.config, userId),
      record(tx, { ...visitor, userId, sessionId }, 'account_created', { passkey: passkey.name }),
    ])
    return { user: { id: userId, name: user.name, email: ceremony.email }, accepted, session }
  })
}
