import * as emails from '#db/emails.ts'
import * as passkeys from '#db/passkeys.ts'
import * as users from '#db/users.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { openCeremony, sealCeremony, spend } from '#server/ceremonies.ts'
import { requireConfirmation } from '#server/guards.ts'
import { AppError } from '#server/errors.ts'
import { countTry, ipGroup } from '#server/limits.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { type Accepted, acceptedPasskeys, passkeyNames } from '#server/passkeys/accepted.ts'
import { passkeyName } from '#server/passkeys/name.ts'
import { type ShownPasskey, shownPasskey } from '#server/passkeys/view.ts'
import {
  creationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
} from '#server/passkeys/webauthn.ts'
import { judgeRegistration } from '#server/passkeys/judge-registration.ts'
import { inSession } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

/** How many passkeys one account may have. */
export const MOST_PASSKEYS = 25

/**
 * Returns the ceremony and the options for creating a further passkey, `elsewhere` on a phone or a security key. Refuses without a fresh confirmation, and with
 * `too_many_passkeys` if the account has 25. A conditional passkey (WebAuthn L3 §5.1.3), which the password manager
 * creates without asking, is allowed only in a session that was opened with a password and a second factor
 * (`forbidden`).
 */
export async function beginPasskey(
  world: World,
  actor: Actor,
  { conditional = false, elsewhere = false }: { conditional?: boolean; elsewhere?: boolean },
): Promise<{ ceremony: string; options: PublicKeyCredentialCreationOptionsJSON }> {
  requireConfirmation(world, actor, 'add a passkey')
  if (conditional && actor.way !== 'password') throw new AppError('forbidden')
  const [user, existing, email] = await world.db.read((reader) =>
    Promise.all([
      users.find(reader, actor.userId),
      passkeys.list(reader, actor.userId),
      emails.findPrimary(reader, actor.userId),
    ]),
  )
  if (!user || !email) throw new AppError('not_signed_in')
  if (existing.length >= MOST_PASSKEYS) throw new AppError('too_many_passkeys')

  const challenge = world.random(32).toString('base64url')
  const owner = { handle: user.handle, ...passkeyNames(user.name, email.address) }
  return {
    ceremony: sealCeremony(world, actor, 'add-passkey', {
      challenge,
      sessionId: actor.sessionId,
      userId: user.id,
      conditional,
    }),
    options: await creationOptions(world.config, { owner, challenge, existing, elsewhere }),
  }
}

/**
 * Adds the created passkey, for the same person and in the same session that began the ceremony (`ceremony_over`).
 * Sends a letter to every address. Refuses with `passkey_refused`, `passkey_taken` or `too_many_passkeys`.
 */
export async function finishPasskey(
  world: World,
  actor: Actor,
  { ceremony: sealed, credential, name }: { ceremony: string; credential: RegistrationResponseJSON; name?: string },
): Promise<{ passkey: ShownPasskey; accepted: Accepted }> {
  requireConfirmation(world, actor, 'add a passkey')
  await countTry(world, { 'sign-in': ipGroup(actor.ip) })
  const ceremony = openCeremony(world, actor, 'add-passkey', sealed)
  if (ceremony.sessionId !== actor.sessionId || ceremony.userId !== actor.userId) throw new AppError('ceremony_over')
  const registered = await judgeRegistration(world, ceremony, credential)

  return inSession(world, actor, async (tx) => {
    await spend(tx, ceremony)
    if ((await passkeys.list(tx, actor.userId)).length >= MOST_PASSKEYS) throw new AppError('too_many_passkeys')
    const named = passkeyName(name, actor, registered)
    const passkey = await passkeys.insert(tx, { ...registered, userId: actor.userId, name: named })
    if (!passkey) throw new AppError('passkey_taken')

    await record(tx, actor, 'passkey_added', { passkey: passkey.name })
    await notify(tx, actor.userId, 'passkey-added', { ...sceneOf(tx, actor), name: passkey.name })
    return {
      passkey: shownPasskey(passkey, actor.language),
      accepted: await acceptedPasskeys(tx, world.config, actor.userId),
    }
  })
}
