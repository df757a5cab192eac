import type { Reader, Tx } from '#db/engine/database.ts'
import * as spent from '#db/spent.ts'
import type { Visitor } from '#server/actor.ts'
import type { Touch } from '#server/touches.ts'
import { AppError } from '#server/errors.ts'
import { decryptClaims, encryptClaims } from '#server/crypto/jwe.ts'
import type { World } from '#server/world.ts'

const MINUTE = 60_000
/** Spent ceremonies are stored for a day after they expire, so that they stay spent when the clock is set back. */
const REMEMBERED = 24 * 60 * MINUTE

/** How long a code works after its letter has left, in milliseconds. */
export const MAILED_CODE_MS = 10 * MINUTE

/** The number of digits of a mailed code: twelve if several requests may share the letter. */
export type CodeLength = 6 | 12

/** The letter whose code a ceremony takes, and when it left or leaves (epoch milliseconds). */
export type MailedCode = { letterId: string; digits: CodeLength; codeSentAt: number }

/** The state that each kind of ceremony carries between its two requests. */
type Ceremonies = {
  'sign-up-code': MailedCode & { email: string; invitation?: string | undefined }
  'sign-up-passkey': { email: string; handle: string; challenge: string; invitation?: string | undefined }
  'sign-in': { challenge: string }
  confirmation: { challenge: string; sessionId: string; touch: Touch | undefined }
  'add-passkey': { challenge: string; sessionId: string; userId: string; conditional: boolean }
  'enrol-totp': { secret: string; sessionId: string }
  /** The password was correct; a code is still missing. */
  'second-step': { userId: string; passwordSetAt: number }
  'add-email': MailedCode & { email: string; sessionId: string }
  'remove-for-good': MailedCode & { email: string; sessionId: string; retiredId: string }
  /** Shows that the person can read their mailbox, and opens nothing. */
  rehearsal: MailedCode & { sessionId: string }
  'recovery-code': MailedCode & { email: string }
  /** The person has proven control of the mailbox and nothing else. */
  recovery: RecoveryPass
  'recovery-passkey': RecoveryPass & { challenge: string }
  /** Something that was taken away has just proven its owner: a passkey, or a code with the mailbox. */
  'take-back': { userId: string; retiredId: string; by: TakeBackProof }
}

/** The account and the mailbox that was proven for it, and when the code was sent there (epoch milliseconds). */
export type RecoveryPass = { userId: string; email: string; codeSentAt: number }

/** What `takeBack` stores of the passkey’s use, or the code that it spends. */
export type TakeBackProof =
  | { kind: 'passkey'; signCount: number; backupState: boolean }
  | { kind: 'totp'; step: number; boundAt: number; sealedAs: string; resealed: string | undefined }
  | { kind: 'backup_code'; selector: string; hash: string; boundAt: number }

export type Purpose = keyof Ceremonies

const LIFETIME: Record<Purpose, number> = {
  'sign-up-code': MAILED_CODE_MS,
  'sign-up-passkey': 5 * MINUTE,
  'sign-in': 5 * MINUTE,
  confirmation: 5 * MINUTE,
  'add-passkey': 5 * MINUTE,
  'enrol-totp': 5 * MINUTE,
  'second-step': 5 * MINUTE,
  'add-email': MAILED_CODE_MS,
  'remove-for-good': MAILED_CODE_MS,
  rehearsal: MAILED_CODE_MS,
  'recovery-code': MAILED_CODE_MS,
  recovery: 15 * MINUTE,
  'recovery-passkey': 5 * MINUTE,
  'take-back': 15 * MINUTE,
}

/** An opened ceremony: its state, and what is needed to spend it. Times are epoch milliseconds. */
export type Ceremony<P extends Purpose> = Ceremonies[P] & { id: string; startedAt: number; expiresAt: number }

/**
 * Encrypts a ceremony for this browser and this purpose (RFC 7516: direct encryption, A256GCM). Stores nothing. Its
 * lifetime counts from `leavesAt` (epoch milliseconds) if its letter leaves later.
 */
export function sealCeremony<P extends Purpose>(
  world: World,
  visitor: Visitor,
  purpose: P,
  state: Ceremonies[P],
  leavesAt = 0,
): string {
  const now = world.now()
  const claims: Claims = {
    state,
    browser: visitor.browser,
    iat: now / 1_000,
    exp: (Math.max(now, leavesAt) + LIFETIME[purpose]) / 1_000,
    aud: purpose,
    jti: world.random(16).toString('base64url'),
  }
  return encryptClaims(world.keys.ceremony, world.random, claims)
}

/**
 * Decrypts a ceremony. Refuses it with `ceremony_over` if it is malformed, expired, from the future, or made for
 * another browser or another purpose.
 */
export function openCeremony<P extends Purpose>(
  world: World,
  visitor: Visitor,
  purpose: P,
  token: string,
): Ceremony<P> {
  // Only our own key encrypts these, so they are the claims that `sealCeremony` wrote.
  const claims = decryptClaims(world.keys.ceremony, token) as Claims | undefined
  const now = world.now()
  if (claims?.aud !== purpose || claims.browser !== visitor.browser) throw new AppError('ceremony_over')
  // A fraction of a second loses precision as a binary number; rounding restores the milliseconds.
  const [startedAt, expiresAt] = [Math.round(claims.iat * 1_000), Math.round(claims.exp * 1_000)]
  if (now >= expiresAt || now < startedAt) throw new AppError('ceremony_over')

  // Only this server can have sealed it for this purpose, so the state has this purpose's type.
  return { ...(claims.state as Ceremonies[P]), id: claims.jti, startedAt, expiresAt }
}

/**
 * Refuses with `ceremony_over` if the ceremony expired after it was opened, for example while the transaction was
 * queued.
 */
export function requireUnexpired({ now }: Tx, { expiresAt }: { expiresAt: number }): void {
  if (now >= expiresAt) throw new AppError('ceremony_over')
}

/** Refuses a ceremony that is spent with `ceremony_over`, before work for it. Only `spend` decides. */
export async function requireUnspent(reader: Reader, { id }: { id: string }): Promise<void> {
  if (await spent.isSpent(reader, id)) throw new AppError('ceremony_over')
}

/** Spends a ceremony in the transaction that uses it. Refuses one that is spent or expired with `ceremony_over`. */
export async function spend(tx: Tx, { id, expiresAt }: { id: string; expiresAt: number }): Promise<void> {
  requireUnexpired(tx, { expiresAt })
  if (!(await spent.insert(tx, { id, forgetAt: expiresAt + REMEMBERED }))) throw new AppError('ceremony_over')
}

/** Spends a ceremony in a transaction of its own, when nothing else is changed. Refuses like `spend`. */
export function spendAlone({ db }: Pick<World, 'db'>, ceremony: { id: string; expiresAt: number }): Promise<void> {
  return db.transaction((tx) => spend(tx, ceremony), { atOnce: true })
}

/**
 * `iat` and `exp` are seconds with a fraction (RFC 7519 NumericDate), so that a ceremony expires to the millisecond.
 */
type Claims = { state: unknown; browser: string; iat: number; exp: number; aud: Purpose; jti: string }
