import type { Tx } from '#db/engine/database.ts'
import * as emails from '#db/emails.ts'
import * as outbox from '#db/outbox.ts'
import type { Visitor } from '#server/actor.ts'
import type { LetterName, Letters, Scene } from '#server/mail/letter-types.ts'

const MINUTE = 60_000
/** After so many letters within an hour, notices to one address are gathered into one letter every quarter of an hour. */
const SWARM = 15
const GATHERING = 15 * MINUTE

/** Letters that are of no use later or in a heap: they carry a code, or a link that acts. */
const AT_ONCE = new Set<LetterName>([
  'sign-up-code',
  'recovery-code',
  'email-code',
  'already-have-account',
  'recovery-started',
  'recovery-reminder',
  'recovery-ready',
  'recovery-cancelled',
  'recovery-completed',
  'email-added',
  'email-removed',
  'email-promoted',
  'account-deleted',
])

/** Whom to write to, and in which language. */
type Recipient = { address: string; language: string }

/**
 * Puts one letter into the outbox, in the transaction that causes it, and returns its id. A notice is never dropped, but when they
 * come in swarms they wait for each other.
 */
export async function enqueue<Name extends LetterName>(
  tx: Tx,
  { address, language }: Recipient,
  letter: Name,
  params: Letters[Name],
): Promise<string> {
  const gathered =
    !AT_ONCE.has(letter) && (await outbox.countSince(tx, { recipient: address, since: tx.now - 60 * MINUTE })) >= SWARM
  const dueAt = gathered ? (Math.floor(tx.now / GATHERING) + 1) * GATHERING : tx.now
  return outbox.insert(tx, { recipient: address, language, letter, params: JSON.stringify(params), dueAt, gathered })
}

/** Writes a letter to nobody, where there is nobody to write to: the two take the same time. Returns its id. */
export function enqueueDecoy<Name extends LetterName>(
  tx: Tx,
  language: string,
  letter: Name,
  params: Letters[Name],
): Promise<string> {
  return outbox.insertDecoy(tx, { language, letter, params: JSON.stringify(params) })
}

/** Puts a notice into the outbox for every address of a person. */
export async function notify<Name extends LetterName>(
  tx: Tx,
  userId: string,
  letter: Name,
  params: Letters[Name],
): Promise<void> {
  for (const email of await emails.list(tx, userId)) await enqueue(tx, email, letter, params)
}

/** What a letter says of when and where. */
export function sceneOf(tx: Tx, { ip, userAgent }: Visitor): Scene {
  return { at: tx.now, ip, userAgent }
}
