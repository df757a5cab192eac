import * as passkeys from '#db/passkeys.ts'
import * as sessions from '#db/sessions.ts'
import * as users from '#db/users.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { openCeremony, sealCeremony, spend } from '#server/ceremonies.ts'
import { AppError } from '#server/errors.ts'
import { countTry, ipGroup } from '#server/limits.ts'
import { usePasskey } from '#server/passkeys/use.ts'
import { type AuthenticationResponseJSON, type PublicKeyCredentialRequestOptionsJSON, requestOptions, verifyAssertion } from '#server/passkeys/webauthn.ts'
import type { OpenedSession } from '#server/sessions/open.ts'
import { newSessionToken } from '#server/sessions/token.ts'
import type { World } from '#server/world.ts'

/** For how long a confirmation opens sensitive actions, in milliseconds. */
const FRESH = 10 * 60_000

/** Refuses unless this session proved who it is in the last ten minutes. A confirmation from the future is none. */
export function requireConfirmation(world: World, { confirmedAt }: Actor): void {
  const age = confirmedAt === undefined ? Number.POSITIVE_INFINITY : world.now() - confirmedAt
  if (age < 0 || age > FRESH) throw new AppError('confirmation_required')
}

/** What a browser needs to confirm with a passkey, and by which ways this session can be confirmed at all. */
export async function beginConfirmation(
  world: World,
  actor: Actor,
): Promise<{ ceremony: string; options: PublicKeyCredentialRequestOptionsJSON; ways: 'passkey'[] }> {
  const owned = await world.db.read((reader) => passkeys.list(reader, actor.userId))
  const allowed = owned.filter((passkey) => canConfirm(passkey, actor))
  const challenge = world.random(32).toString('base64url')
  return {
    ceremony: await sealCeremony(world, actor, 'confirmation', { challenge, sessionId: actor.sessionId }),
    options: await requestOptions(world.config, { challenge, allowed }),
    ways: allowed.length > 0 ? ['passkey'] : [],
  }
}

/** Confirms the session with one of the actor's own passkeys, bound before the session began, and gives it a new token. */
export async function finishConfirmation(
  world: World,
  actor: Actor,
  { ceremony: sealed, credential }: { ceremony: string; credential: AuthenticationResponseJSON },
): Promise<{ session: OpenedSession }> {
  await countTry(world, { 'sign-in': ipGroup(actor.ip) })
  const ceremony = await openCeremony(world, actor, 'confirmation', sealed)
  if (ceremony.sessionId !== actor.sessionId) throw new AppError('ceremony_over')

  const [passkey, user] = await world.db.read((reader) =>
    Promise.all([passkeys.findByCredentialId(reader, credential.id), users.find(reader, actor.userId)]),
  )
  // WebAuthn L3 §7.2 steps 5 and 6: one of those that were allowed, so one of this account's.
  if (!passkey || !user || passkey.userId !== actor.userId || !canConfirm(passkey, actor)) throw new AppError('confirmation_failed')
  const expected = { challenge: ceremony.challenge, passkey, handle: user.handle, handleRequired: false }
  const assertion = await verifyAssertion(world.config, credential, expected)

  const { token, tokenHash } = newSessionToken(world)
  const confirmed = await world.db.transaction(async (tx) => {
    await spend(tx, ceremony)
    if (!assertion.verified) {
      await record(tx, actor, 'confirmation_failed', { passkey: passkey.name, cause: assertion.cause })
      return false
    }
    if (!(await usePasskey(tx, actor, { passkey, assertion }))) return false
    if (!(await sessions.confirm(tx, { id: actor.sessionId, tokenHash }))) throw new AppError('not_signed_in')
    await record(tx, actor, 'confirmed', { passkey: passkey.name })
    return true
  })
  if (!confirmed) throw new AppError('confirmation_failed')
  return { session: { token, expiresAt: actor.sessionExpiresAt } }
}

/** A passkey bound after the session began proves nothing about who began it. At sign-up both began at the same moment. */
function canConfirm(passkey: passkeys.Passkey, actor: Actor): boolean {
  return passkey.createdAt <= actor.sessionStartedAt
}
