import type { Reader, Tx } from '#db/engine/database.ts'
import * as sessions from '#db/sessions.ts'
import * as users from '#db/users.ts'
import type { Actor } from '#server/actor.ts'
import { record } from '#server/audit/record.ts'
import { openCeremony, sealCeremony, spend } from '#server/ceremonies.ts'
import { type Touch, writeTouch } from '#server/touches.ts'
import { waysToTouch } from '#server/custody/touch.ts'
import { type Touching, touchingWays } from '#server/custody/ways.ts'
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
import { inAccount } from '#server/in-account.ts'
import type { World } from '#server/world.ts'

export type ConfirmationWay = 'passkey' | 'totp' | 'backup_code'

/**
 * Returns the ways in which this session can be confirmed and, if a passkey is one of them, the ceremony and options
 * for it. For an act that takes something away these are the settled ways in, and the ceremony names the act and its
 * target. Refuses with `not_settled` if there is none. A suspended authenticator app is no way. Stores nothing.
 */
export async function beginConfirmation(
  world: World,
  actor: Actor,
  touch: Partial<Touch> = {},
): Promise<{ ceremony?: string; options?: PublicKeyCredentialRequestOptionsJSON; ways: ConfirmationWay[] }> {
  const wanted = touchOf(touch)
  const ways = await world.db.read((reader) => usableWays(reader, world, actor, wanted))
  const [first, ...others] = ways.filter((way) => way.kind === 'passkey').map(({ passkey }) => passkey)
  const challenge = world.random(32).toString('base64url')
  return {
    ...(first && {
      ceremony: sealCeremony(world, actor, 'confirmation', { challenge, sessionId: actor.sessionId, touch: wanted }),
      options: await requestOptions(world.config, { challenge, allowed: [first, ...others] }),
    }),
    ways: [...new Set(ways.map(({ kind }) => kind))],
  }
}

/** The act that a request names. A target without an act is ignored. */
function touchOf({ act, target }: Partial<Touch>): Touch | undefined {
  return act && { act, target }
}

/** Returns the settled ways in for an act, and those older than the session for a confirmation. */
function usableWays(reader: Reader, world: World, actor: Actor, touch: Touch | undefined): Promise<Touching[]> {
  const now = world.now()
  if (touch) return waysToTouch(reader, actor.userId, touch, now)
  return touchingWays(reader, actor.userId, now).then((ways) =>
    ways.filter(({ boundAt }) => isOlder(world, boundAt, actor)),
  )
}

type Proof = { ceremony: string; credential: AuthenticationResponseJSON } | ({ code: string } & Partial<Touch>)

/**
 * Confirms the session with a passkey or a code that was bound before the session began, and gives the session a new
 * token. With an act, a settled way in touches for it: the session may do that, once, to that target. Codes count for the session: see `judgeCodeInSession`. Refuses with `confirmation_failed`, or `ceremony_over` for a ceremony of another session.
 */
export async function finishConfirmation(
  world: World,
  actor: Actor,
  proof: Proof,
): Promise<{ session: OpenedSession }> {
  await countTry(world, { 'sign-in': ipGroup(actor.ip) })
  const secret = newSessionSecret(world)
  if ('code' in proof) await confirmByCode(world, actor, { code: proof.code, touch: touchOf(proof), secret })
  else await confirmByPasskey(world, actor, { ...proof, secret })
  return { session: { token: sessionToken(actor.sessionId, secret), expiresAt: actor.sessionExpiresAt } }
}

async function confirmByCode(
  world: World,
  actor: Actor,
  { code, touch, secret }: { code: string; touch: Touch | undefined; secret: SessionSecret },
): Promise<void> {
  const factor = await judgeCodeInSession(world, actor, code)
  const ways = await world.db.read((reader) => usableWays(reader, world, actor, touch))
  if (!ways.some(({ kind, boundAt }) => kind === factor.kind && boundAt === factor.boundAt))
    throw new AppError('confirmation_failed')
  await inAccount(world, actor.userId, async (tx) => {
    await spendFactor(tx, actor, actor.userId, factor)
    await renew(tx, actor, { secret, touch, by: { code: factor.kind } })
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

  const [ways, user] = await world.db.read((reader) =>
    Promise.all([usableWays(reader, world, actor, ceremony.touch), users.find(reader, actor.userId)]),
  )
  // WebAuthn L3 §7.2 steps 5 and 6: the passkey is one of those that were allowed, so it belongs to this account.
  const passkey = ways.find((way) => way.kind === 'passkey' && way.passkey.credentialId === credential.id)
  if (passkey?.kind !== 'passkey' || !user) throw new AppError('confirmation_failed')
  const { name } = passkey.passkey
  const expected = {
    challenge: ceremony.challenge,
    passkey: passkey.passkey,
    handle: user.handle,
    handleRequired: false,
  }
  const assertion = verifyAssertion(world.config, credential, expected)

  const confirmed = await inAccount(world, actor.userId, async (tx) => {
    await spend(tx, ceremony)
    if (!assertion.verified) {
      await record(tx, actor, 'confirmation_failed', { passkey: name, cause: assertion.cause })
      return false
    }
    if (!(await recordPasskeyUse(tx, actor, { passkey: passkey.passkey, assertion }))) return false
    await renew(tx, actor, { secret, touch: ceremony.touch, by: { passkey: name } })
    return true
  })
  if (!confirmed) throw new AppError('confirmation_failed')
}

async function renew(
  tx: Tx,
  actor: Actor,
  { secret, touch, by }: { secret: SessionSecret; touch: Touch | undefined; by: Record<string, string> },
): Promise<void> {
  const touchedFor = touch && writeTouch(touch)
  if (!(await sessions.confirm(tx, { id: actor.sessionId, tokenHash: secret.tokenHash, touchedFor })))
    throw new AppError('not_signed_in')
  await record(tx, actor, 'confirmed', { ...by, ...(touch && { act: touch.act }) })
}

/**
 * Returns whether a factor was bound before the session began, or at the same moment, as at sign-up. A later factor
 * does not prove who began the session. Nothing is known to be older than a session that began in the future, because
 * the clock was set back since: it needs a new sign-in.
 */
function isOlder(world: World, boundAt: number, { sessionStartedAt }: Actor): boolean {
  return boundAt <= sessionStartedAt && sessionStartedAt <= world.now()
}
