import type { Tx } from '#db/engine/database.ts'
import * as spent from '#db/spent.ts'
import type { Visitor } from '#server/actor.ts'
import { AppError } from '#server/errors.ts'
import { decryptClaims, encryptClaims } from '#server/crypto/jwe.ts'
import type { World } from '#server/world.ts'

const MINUTE = 60_000
/** Spent ceremonies are remembered for a day past their end, so that a clock set back revives none. */
const REMEMBERED = 24 * 60 * MINUTE

/** What each kind of ceremony carries between its two requests, and for how long it lives. */
type Ceremonies = {
  'sign-up-code': { email: string; letterId: string }
  'sign-up-passkey': { email: string; handle: string; challenge: string }
  'sign-in': { challenge: string }
  confirmation: { challenge: string; sessionId: string }
  'add-passkey': { challenge: string; sessionId: string; userId: string; conditional: boolean }
  'enrol-totp': { secret: string; sessionId: string }
  /** The password was right: a code is still missing. */
  'second-step': { userId: string; passwordSetAt: number }
  'add-email': { email: string; letterId: string; sessionId: string }
  'recovery-code': { email: string; letterId: string; codeSentAt: number }
  /** The mailbox is proven, and nothing else. */
  recovery: RecoveryPass
  'recovery-passkey': RecoveryPass & { challenge: string }
}

/** Who has proven which mailbox, and when the code for it was sent. */
export type RecoveryPass = { userId: string; email: string; codeSentAt: number }

export type Purpose = keyof Ceremonies

const LIFETIME: Record<Purpose, number> = {
  'sign-up-code': 10 * MINUTE,
  'sign-up-passkey': 5 * MINUTE,
  'sign-in': 5 * MINUTE,
  confirmation: 5 * MINUTE,
  'add-passkey': 5 * MINUTE,
  'enrol-totp': 5 * MINUTE,
  'second-step': 5 * MINUTE,
  'add-email': 10 * MINUTE,
  'recovery-code': 10 * MINUTE,
  recovery: 15 * MINUTE,
  'recovery-passkey': 5 * MINUTE,
}

/** An opened ceremony: what it carries, and what is needed to spend it. `expiresAt` is epoch milliseconds. */
export type Ceremony<P extends Purpose> = Ceremonies[P] & { id: string; startedAt: number; expiresAt: number }

/** Seals a ceremony for this browser and this purpose (RFC 7516: direct encryption, A256GCM). Writes nothing. */
export function sealCeremony<P extends Purpose>(
  world: World,
  visitor: Visitor,
  purpose: P,
  state: Ceremonies[P],
): string {
  const now = world.now()
  const claims: Claims = {
    state,
    browser: visitor.browser,
    iat: now / 1_000,
    exp: (now + LIFETIME[purpose]) / 1_000,
    aud: purpose,
    jti: world.random(16).toString('base64url'),
  }
  return encryptClaims(world.keys.ceremony, world.random, claims)
}

/** Opens a ceremony, or refuses with `ceremony_over`: malformed, foreign, expired, from the future, or made for another purpose. */
export function openCeremony<P extends Purpose>(
  world: World,
  visitor: Visitor,
  purpose: P,
  token: string,
): Ceremony<P> {
  // Encrypted with our own key: these are the claims `sealCeremony` wrote.
  const claims = decryptClaims(world.keys.ceremony, token) as Claims | undefined
  const now = world.now()
  if (claims?.aud !== purpose || claims.browser !== visitor.browser) throw new AppError('ceremony_over')
  // A fraction of a second, as a binary number, is not always the milliseconds it was made from.
  const [startedAt, expiresAt] = [Math.round(claims.iat * 1_000), Math.round(claims.exp * 1_000)]
  if (now >= expiresAt || now < startedAt) throw new AppError('ceremony_over')

  // Only this server can have sealed it, for this purpose: the state is the one `sealCeremony` was given.
  return { ...(claims.state as Ceremonies[P]), id: claims.jti, startedAt, expiresAt }
}

/** Refuses a ceremony that ran out since it was opened: while its request waited for its turn to write, say. */
export function requireUnexpired({ now }: Tx, { expiresAt }: { expiresAt: number }): void {
  if (now >= expiresAt) throw new AppError('ceremony_over')
}

/** Spends a ceremony inside the transaction that uses it. The second to try is refused, and its transaction with it. */
export async function spend(tx: Tx, { id, expiresAt }: { id: string; expiresAt: number }): Promise<void> {
  requireUnexpired(tx, { expiresAt })
  if (!(await spent.insert(tx, { id, forgetAt: expiresAt + REMEMBERED }))) throw new AppError('ceremony_over')
}

/** `iat` and `exp` are seconds with a fraction (RFC 7519 NumericDate), so that a ceremony ends to the millisecond. */
type Claims = { state: unknown; browser: string; iat: number; exp: number; aud: Purpose; jti: string }
