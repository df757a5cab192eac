import * as emails from '#db/emails.ts'
import * as passkeys from '#db/passkeys.ts'
import * as users from '#db/users.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { openCeremony, sealCeremony, spend } from '#server/ceremonies.ts'
import { requireConfirmation, requireSession } from '#server/guards.ts'
import { AppError } from '#server/errors.ts'
import { notify, sceneOf } from '#server/mail/outbox/enqueue.ts'
import { type Accepted, acceptedPasskeys, passkeyNames } from '#server/passkeys/accepted.ts'
import { passkeyName } from '#server/passkeys/name.ts'
import { type ShownPasskey, shownPasskey } from '#server/passkeys/view.ts'
import {
  creationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistration,
} from '#server/passkeys/webauthn.ts'
import type { World } from '#server/world.ts'

/** How many passkeys one account may have. */
const MOST = 25

/**
 * What a browser needs to make one more passkey. Refuses without a fresh confirmation. A conditional one (WebAuthn L3 §5.1.3: made
 * by the password manager without asking) is for a session just opened with a password and its second step.
 */
export async function beginPasskey(
  world: World,
  actor: Actor,
  { conditional = false }: { conditional?: boolean },
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
  if (existing.length >= MOST) throw new AppError('too_many_passkeys')

  const challenge = world.random(32).toString('base64url')
  const owner = { handle: user.handle, ...passkeyNames(user.name, email.address) }
  return {
    ceremony: sealCeremony(world, actor, 'add-passkey', {
      challenge,
      sessionId: actor.sessionId,
      userId: user.id,
      conditional,
    }),
    options: await creationOptions(world.config, { owner, challenge, existing }),
  }
}

/** Adds the passkey that was made, for the person and in the session that asked for it. Every address is told. */
export async function finishPasskey(
  world: World,
  actor: Actor,
  { ceremony: sealed, credential, name }: { ceremony: string; credential: RegistrationResponseJSON; name?: string },
): Promise<{ passkey: ShownPasskey; accepted: Accepted }> {
  requireConfirmation(world, actor, 'add a passkey')
  const ceremony = openCeremony(world, actor, 'add-passkey', sealed)
  if (ceremony.sessionId !== actor.sessionId || ceremony.userId !== actor.userId) throw new AppError('ceremony_over')
  const registered = await verifyRegistration(world.config, credential, {
    challenge: ceremony.challenge,
    conditional: ceremony.conditional,
  })

  return world.db.transaction(async (tx) => {
    await requireSession(tx, actor)
    await spend(tx, ceremony)
    if ((await passkeys.list(tx, actor.userId)).length >= MOST) throw new AppError('too_many_passkeys')
    const named = passkeyName(name, { ...actor, aaguid: registered.aaguid })
    const passkey = await passkeys.insert(tx, { ...registered, userId: actor.userId, name: named })
    if (!passkey) throw new AppError('passkey_taken')

    await record(tx, actor, 'passkey_added', { passkey: passkey.name })
    await notify(tx, actor.userId, 'passkey-added', { ...sceneOf(tx, actor), name: passkey.name })
    return { passkey: shownPasskey(passkey), accepted: await acceptedPasskeys(tx, world.config, actor.userId) }
  })
}
