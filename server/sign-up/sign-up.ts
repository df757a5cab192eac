import * as emails from '#db/emails.ts'
import type { Tx } from '#db/engine/database.ts'
import * as invitations from '#db/invitations.ts'
import * as passkeys from '#db/passkeys.ts'
import * as people from '#db/people.ts'
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
import { enqueue, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { tellHolders } from '#server/mail/outbox/tell-owners.ts'
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
import { admit, judgeNewcomer } from '#server/sign-up/admit.ts'
import { heldInvitation, requireLiveInvitation } from '#server/sign-up/invitation.ts'
import type { World } from '#server/world.ts'

/**
 * Sends a code to the address, or another letter if it is taken or if its domain may not sign up. Returns the same answer in
 * all three cases. Past the budget of the mailbox, the request joins the next letter. Refuses with `sign_up_closed`, with
 * `invitation_needed`, and with `invitation_over`, whatever the address is.
 */
export async function beginSignUp(
  world: World,
  visitor: Visitor,
  { email, invitation: token }: { email: string; invitation?: string | undefined },
): Promise<ShownCode & { ceremony: string }> {
  const address = readAddress(email)
  if (!address) throw new AppError('invalid_input', { reason: 'addressMalformed' })
  await countTry(world, { 'sign-up': ipGroup(visitor.ip) })
  const { canonical } = address
  const invitation = token === undefined ? undefined : await heldInvitation(world, { token, canonical })
  const atOnce = await mayLeaveAtOnce(world, 'sign-up', { canonical, ip: visitor.ip })

  const { leavesAt, ...sent } = await world.db.transaction(async (tx) => {
    const [taken, verdict] = await Promise.all([
      emails.findByCanonical(tx, canonical),
      judgeNewcomer(tx, world.config, { canonical, invitation }),
    ])
    return sendCode(tx, world, {
      flow: 'sign-up',
      canonical,
      // The letter goes to the address as its owner wrote it, not as a stranger spells it.
      to: taken ?? { address: address.address, language: visitor.language },
      letter: taken ? 'already-have-account' : verdict === 'other_domain' ? 'address-not-allowed' : 'sign-up-code',
      scene: sceneOf(tx, visitor),
      atOnce,
    })
  })
  const ceremony = sealCeremony(
    world,
    visitor,
    'sign-up-code',
    { email: address.address, invitation, ...sent },
    leavesAt,
  )
  return { ceremony, ...shownCode({ ...sent, leavesAt }) }
}

/**
 * Checks the code from the letter, and returns the ceremony and the options for creating a passkey. Refuses a wrong
 * code, a taken address and one whose domain may not sign up alike with `code_wrong`, and else like `beginSignUp`.
 */
export async function confirmSignUp(
  world: World,
  visitor: Visitor,
  { ceremony: sealed, code }: { ceremony: string; code: string },
): Promise<{ ceremony: string; options: PublicKeyCredentialCreationOptionsJSON }> {
  await countTry(world, { codes: ipGroup(visitor.ip) })
  const ceremony = openCeremony(world, visitor, 'sign-up-code', sealed)
  const { email, invitation } = ceremony
  const canonical = email.toLowerCase()
  const [right, [taken, verdict]] = await Promise.all([
    isRightCode(world, ceremony, code),
    world.db.read((reader) =>
      Promise.all([
        emails.findByCanonical(reader, canonical),
        judgeNewcomer(reader, world.config, { canonical, invitation }),
        invitation && requireLiveInvitation(reader, { id: invitation, canonical }, world.now()),
      ]),
    ),
  ])
  if (!right || taken || verdict === 'other_domain') throw new AppError('code_wrong')
  await spendAlone(world, ceremony)

  const [handle, challenge] = [world.random(64).toString('base64url'), world.random(32).toString('base64url')]
  const owner = { handle, ...passkeyNames('', email) }
  return {
    ceremony: sealCeremony(world, visitor, 'sign-up-passkey', { email, invitation, handle, challenge }),
    options: await creationOptions(world.config, { owner, challenge, existing: [] }),
  }
}

export type SignUpAnswer = {
  user: { id: string; name: string; email: string }
  accepted: Accepted
  /** An administrator has to approve the account first; there is no session. */
  waiting?: true
  session?: OpenedSession
}

/**
 * Creates the account with its first passkey and signs in, in one transaction: person, address, passkey, session and
 * event. Asks in that transaction who may sign up: this is the only place where a person is made. An account that waits for
 * approval gets no session. Refuses with `email_taken` or `passkey_taken`, and as `admit` does.
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
    const { email, handle, invitation } = ceremony
    const canonical = email.toLowerCase()
    const [, { waits }] = await Promise.all([spend(tx, ceremony), admit(tx, world.config, { canonical, invitation })])
    if (waits) await tellWhoApproves(tx)
    const address = { userId, address: email, canonical, isPrimary: true }
    const awaitingSince = waits ? tx.now : null
    const [user, isFree, passkey] = await Promise.all([
      users.insert(tx, { id: userId, handle, name: '', language: visitor.language, awaitingSince }),
      emails.insert(tx, address),
      passkeys.insert(tx, { ...registered, userId, name: passkeyName(name, visitor, registered) }),
    ])
    if (!isFree) throw new AppError('email_taken')
    if (!passkey) throw new AppError('passkey_taken')
    if (invitation !== undefined) await invitations.insertUse(tx, { id: invitation, userId })
    const answer = { id: userId, name: user.name, email }
    if (waits) {
      await enqueue(tx, { address: email, language: user.language }, 'sign-up-waiting', sceneOf(tx, visitor))
      const [accepted] = await Promise.all([
        acceptedPasskeys(tx, world.config, userId),
        record(tx, { ...visitor, userId }, 'account_created', { passkey: passkey.name }),
      ])
      return { user: answer, accepted, waiting: true }
    }

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
    return { user: answer, accepted, session }
  })
}

/** Tells everybody who may approve accounts that somebody waits, unless somebody waits already: strangers cause these letters. */
async function tellWhoApproves(tx: Tx): Promise<void> {
  if (await people.isAnybodyAwaiting(tx)) return
  await tellHolders(tx, ['owner', 'admin'], 'people-waiting', { at: tx.now, ip: '', userAgent: '' })
}
