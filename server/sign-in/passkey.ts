import * as passkeys from '#db/passkeys.ts'
import * as totp from '#db/totp.ts'
import * as users from '#db/users.ts'
import type { Visitor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { type Ceremony, openCeremony, sealCeremony, spend, spendAlone } from '#server/ceremonies.ts'
import type { Retired } from '#db/retired.ts'
import { findRetiredPasskey } from '#server/custody/retired-passkey.ts'
import { refusalToTakeBack } from '#server/sign-in/take-back.ts'
import { AppError } from '#server/errors.ts'
import { countTry, ipGroup } from '#server/limits.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { decoyFor } from '#server/passkeys/decoy.ts'
import { recordPasskeyUse } from '#server/passkeys/record-use.ts'
import {
  type AuthenticationResponseJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  requestOptions,
} from '#server/passkeys/webauthn.ts'
import { reviveApp } from '#server/second-factor/suspend.ts'
import { type Proven, verifyAssertion } from '#server/passkeys/verify-assertion.ts'
import { newSessionSecret } from '#server/sessions/token.ts'
import { type SignInAnswer, startSession } from '#server/sessions/start-session.ts'
import { inAccount } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

/** Returns the ceremony and the options with which a browser signs in with any passkey of this site. Stores nothing. */
export async function beginSignIn(
  world: World,
  visitor: Visitor,
): Promise<{ ceremony: string; options: PublicKeyCredentialRequestOptionsJSON }> {
  const challenge = world.random(32).toString('base64url')
  return {
    ceremony: sealCeremony(world, visitor, 'sign-in', { challenge }),
    options: await requestOptions(world.config, { challenge, allowed: 'any' }),
  }
}

/**
 * Signs in with a passkey, which also ends a suspension of the authenticator app. Refuses a passkey that no account has
 * with `unknown_passkey`, one that was taken away with `way_retired`, and any other failure with `sign_in_failed`. The
 * owner's activity stores the cause.
 */
export async function finishSignIn(
  world: World,
  visitor: Visitor,
  { ceremony: sealed, credential }: { ceremony: string; credential: AuthenticationResponseJSON },
): Promise<SignInAnswer> {
  await countTry(world, { 'sign-in': ipGroup(visitor.ip) })
  const ceremony = openCeremony(world, visitor, 'sign-in', sealed)

  const known = await world.db.read(async (reader) => {
    const [live, owner] = await Promise.all([
      passkeys.findByCredentialId(reader, credential.id),
      users.findByCredentialId(reader, credential.id),
    ])
    const kept = live ? undefined : await findRetiredPasskey(reader, credential.id, world.now())
    const passkey = live ?? kept?.passkey
    const user = kept ? await users.find(reader, kept.passkey.userId) : owner
    return passkey && user && { passkey, handle: user.handle, retired: kept?.retired }
  })
  const expected = { challenge: ceremony.challenge, ...(known ?? decoyFor(credential)), handleRequired: true }
  const assertion = verifyAssertion(world.config, credential, expected)
  if (!known) return refuseUnknown(world, ceremony)
  const { passkey } = known
  if (!assertion.verified) return refuse(world, visitor, ceremony, { passkey, cause: assertion.cause })

  if (known.retired) return offerTakeBack(world, visitor, ceremony, { passkey, retired: known.retired, assertion })

  const secret = newSessionSecret(world)
  const answer = await inAccount(world, passkey.userId, async (tx) => {
    const { id: passkeyId, userId, name } = passkey
    const [, isUsed, app] = await Promise.all([
      spend(tx, ceremony),
      recordPasskeyUse(tx, visitor, { passkey, assertion }),
      totp.find(tx, userId),
    ])
    if (!isUsed) return undefined
    if (app?.suspendedAt) await reviveApp(tx, { ...visitor, userId })
    return startSession(tx, world, visitor, {
      userId,
      way: 'passkey',
      passkeyId,
      with: { passkey: name },
      lifetime: world.config.session.max,
      secret,
    })
  })
  if (!answer) throw new AppError('sign_in_failed')
  return answer
}

/**
 * Spends the ceremony and refuses with `unknown_passkey`. A wrong signature does the same work, so only the code
 * differs.
 */
async function refuseUnknown(world: World, ceremony: Ceremony<'sign-in'>): Promise<never> {
  await spendAlone(world, ceremony)
  throw new AppError('unknown_passkey')
}

/** Records a failed sign-in in the owner's activity, once per ceremony, and refuses with `sign_in_failed`. */
async function refuse(
  world: World,
  visitor: Visitor,
  ceremony: Ceremony<'sign-in'>,
  { passkey, cause }: { passkey: passkeys.Passkey; cause: string },
): Promise<never> {
  await inAccount(world, passkey.userId, async (tx) => {
    await spend(tx, ceremony)
    await record(tx, { ...visitor, userId: passkey.userId }, 'sign_in_failed', { passkey: passkey.name, cause })
  })
  throw new AppError('sign_in_failed')
}

/**
 * A passkey that was taken away signs in once more, to take the account back. Opens no session. Refuses a counter that
 * went backwards with `sign_in_failed`, and tells the owner.
 */
async function offerTakeBack(
  world: World,
  visitor: Visitor,
  ceremony: Ceremony<'sign-in'>,
  { passkey, retired, assertion }: { passkey: passkeys.Passkey; retired: Retired; assertion: Proven },
): Promise<never> {
  const { signCount, backupState } = assertion
  // WebAuthn L3 §7.2 step 22: a counter that did not grow may mean a copy.
  const regressed = signCount <= passkey.signCount && (signCount !== 0 || passkey.signCount !== 0)
  await inAccount(world, passkey.userId, async (tx) => {
    await spend(tx, ceremony)
    if (!regressed) return
    const { userId, name } = passkey
    await record(tx, { ...visitor, userId }, 'passkey_counter_regressed', { passkey: name })
    await notify(tx, userId, 'passkey-counter-regressed', { ...sceneOf(tx, visitor), name })
  })
  if (regressed) throw new AppError('sign_in_failed')
  throw refusalToTakeBack(world, visitor, retired, { kind: 'passkey', signCount, backupState })
}
