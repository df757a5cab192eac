import * as backupCodes from '#db/backup-codes.ts'
import type { Tx } from '#db/engine/database.ts'
import * as passkeys from '#db/passkeys.ts'
import * as sessions from '#db/sessions.ts'
import * as totp from '#db/totp.ts'
import * as users from '#db/users.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { openCeremony, sealCeremony, spend } from '#server/ceremonies.ts'
import { AppError } from '#server/errors.ts'
import { countTry, ipGroup } from '#server/limits.ts'
import { recordPasskeyUse } from '#server/passkeys/record-use.ts'
import {
  type AuthenticationResponseJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  requestOptions,
} from '#server/passkeys/webauthn.ts'
import { verifyAssertion } from '#server/passkeys/verify-assertion.ts'
import { judgeCodeInSession } from '#server/second-factor/judge-in-session.ts'
import { spendFactor } from '#server/second-factor/spend.ts'
import type { OpenedSession } from '#server/sessions/insert-session.ts'
import { newSessionSecret, type SessionSecret, sessionToken } from '#server/sessions/token.ts'
import type { World } from '#server/world.ts'

export type ConfirmationWay = 'passkey' | 'totp' | 'backup_code'

/**
 * Returns the ways in which this session can be confirmed and, if a passkey is one of them, the ceremony and options
 * for it. A suspended authenticator app is no way. Stores nothing.
 */
export async function beginConfirmation(
  world: World,
  actor: Actor,
): Promise<{ ceremony?: string; options?: PublicKeyCredentialRequestOptionsJSON; ways: ConfirmationWay[] }> {
  const [owned, app, codes] = await world.db.read((reader) =>
    Promise.all([
      passkeys.list(reader, actor.userId),
      totp.find(reader, actor.userId),
      backupCodes.count(reader, actor.userId),
    ]),
  )
  const [older, ...others] = owned.filter(({ createdAt }) => isOlder(world, createdAt, actor))
  const ways: (ConfirmationWay | false | undefined)[] = [
    older && 'passkey',
    app?.suspendedAt === null && isOlder(world, app.createdAt, actor) && 'totp',
    codes.remaining > 0 && isOlder(world, codes.createdAt ?? Number.POSITIVE_INFINITY, actor) && 'backup_code',
  ]
  const challenge = world.random(32).toString('base64url')
  return {
    ...(older && {
      ceremony: sealCeremony(world, actor, 'confirmation', { challenge, sessionId: actor.sessionId }),
      options: await requestOptions(world.config, { challenge, allowed: [older, ...others] }),
    }),
    ways: ways.filter((way) => typeof way === 'string'),
  }
}

type Proof = { ceremony: string; credential: AuthenticationResponseJSON } | { code: string }

/**
 * Confirms the session with a passkey or a code that was bound before the session began, and gives the session a new
 * token. Codes count for the session: see `judgeCodeInSession`. Refuses with `confirmation_failed`, or `ceremony_over` for a ceremony of another session.
 */
export async function finishConfirmation(
  world: World,
  actor: Actor,
  proof: Proof,
): Promise<{ session: OpenedSession }> {
  await countTry(world, { 'sign-in': ipGroup(actor.ip) })
  const secret = newSessionSecret(world)
  if ('code' in proof) await confirmByCode(world, actor, { code: proof.code, secret })
  else await confirmByPasskey(world, actor, { ...proof, secret })
  return { session: { token: sessionToken(actor.sessionId, secret), expiresAt: actor.sessionExpiresAt } }
}

async function confirmByCode(
  world: World,
  actor: Actor,
  { code, secret }: { code: string; secret: SessionSecret },
): Promise<void> {
  const factor = await judgeCodeInSession(world, actor, code)
  if (!isOlder(world, factor.boundAt, actor)) throw new AppError('confirmation_failed')
  await world.db.transaction(async (tx) => {
    await spendFactor(tx, actor, actor.userId, factor)
    await renew(tx, actor, { secret, by: { code: factor.kind } })
  })
}

async function confirmByPasskey(
  world: World,
  actor: Actor,
  {
    ceremony: sealed,
    credential,
    secret,
  }: { ceremony: string; credential: AuthenticationResponseJSON; secret: SessionSecret },
): Promise<void> {
  const ceremony = openCeremony(world, actor, 'confirmation', sealed)
  if (ceremony.sessionId !== actor.sessionId) throw new AppError('ceremony_over')

  const [passkey, user] = await world.db.read((reader) =>
    Promise.all([passkeys.findByCredentialId(reader, credential.id), users.find(reader, actor.userId)]),
  )
  // WebAuthn L3 §7.2 steps 5 and 6: the passkey is one of those that were allowed, so it belongs to this account.
  if (!passkey || !user || passkey.userId !== actor.userId || !isOlder(world, passkey.createdAt, actor))
    throw new AppError('confirmation_failed')
  const expected = { challenge: ceremony.challenge, passkey, handle: user.handle, handleRequired: false }
  const assertion = verifyAssertion(world.config, credential, expected)

  const confirmed = await world.db.transaction(async (tx) => {
    await spend(tx, ceremony)
    if (!assertion.verified) {
      await record(tx, actor, 'confirmation_failed', { passkey: passkey.name, cause: assertion.cause })
      return false
    }
    if (!(await recordPasskeyUse(tx, actor, { passkey, assertion }))) return false
    await renew(tx, actor, { secret, by: { passkey: passkey.name } })
    return true
  })
  if (!confirmed) throw new AppError('confirmation_failed')
}

async function renew(
  tx: Tx,
  actor: Actor,
  { secret, by }: { secret: SessionSecret; by: Record<string, string> },
): Promise<void> {
  if (!(await sessions.confirm(tx, { id: actor.sessionId, tokenHash: secret.tokenHash })))
    throw new AppError('not_signed_in')
  await record(tx, actor, 'confirmed', by)
}

/**
 * Returns whether a factor was bound before the session began, or at the same moment, as at sign-up. A later factor
 * does not prove who began the session. Nothing is known to be older than a session that began in the future, because
 * the clock was set back since: it needs a new sign-in.
 */
function isOlder(world: World, boundAt: number, { sessionStartedAt }: Actor): boolean {
  return boundAt <= sessionStartedAt && sessionStartedAt <= world.now()
}
