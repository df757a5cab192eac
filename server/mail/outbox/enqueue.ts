import type { Tx } from '#db/engine/database.ts'
import * as emails from '#db/emails.ts'
import type { JoinedLetter } from '#db/joined-letters.ts'
import * as outbox from '#db/outbox.ts'
import type { Visitor } from '#server/actor.ts'
import { isQuiet } from '#server/mail/quiet-letters.ts'
import type { CodeLetterName, LetterName, Letters, Scene } from '#server/mail/letter-types.ts'
import { isSettled } from '#server/settled.ts'

const MINUTE = 60_000
/**
 * After this many letters to one address within an hour, its notices are gathered into one letter per quarter of an
 * hour.
 */
const SWARM = 15
const GATHERING = 15 * MINUTE

/** Letters that are never gathered. Most of them carry a code or a link that is of use only for a while. */
const AT_ONCE = new Set<LetterName>([
  'sign-up-code',
  'recovery-code',
  'email-code',
  'rehearsal-code',
  'removal-code',
  'already-have-account',
  'address-not-allowed',
  'recovery-started',
  'recovery-reminder',
  'recovery-ready',
  'recovery-cancelled',
  'recovery-completed',
  'account-taken-back',
  'email-added',
  'email-removed',
  'email-promoted',
  'way-in-brought-back',
  'way-in-removed-for-good',
  'account-deleted',
  'letters-chosen',
  'sign-up-waiting',
  'sign-up-approved',
  'sign-up-declined',
  'invitation',
])

/** Letters that somebody waits for at a page. */
const URGENT = new Set<LetterName>([
  'sign-up-code',
  'recovery-code',
  'email-code',
  'rehearsal-code',
  'removal-code',
  'already-have-account',
  'address-not-allowed',
] satisfies CodeLetterName[])

/** The address of a letter and its language. */
export type Recipient = { address: string; language: string }

/**
 * Inserts one letter into the outbox, in the transaction that causes it, and returns its id. No notice is dropped, but
 * many notices within an hour are gathered into one letter.
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
  return outbox.insert(tx, {
    recipient: address,
    language,
    letter,
    params: JSON.stringify(params),
    dueAt,
    gathered,
    urgent: URGENT.has(letter),
  })
}

/**
 * Inserts a letter that is never sent, for an address without an account, so that both cases take the same time.
 * Returns its id.
 */
export function enqueueDecoy<Name extends LetterName>(
  tx: Tx,
  language: string,
  letter: Name,
  params: Letters[Name],
): Promise<string> {
  return outbox.insertDecoy(tx, { language, letter, params: JSON.stringify(params) })
}

/** Inserts a letter that several requests share into the outbox, unless it is there. */
export async function enqueueJoined<Name extends LetterName>(
  tx: Tx,
  { letterId, leavesAt }: JoinedLetter,
  { address, language }: Recipient,
  letter: Name,
  params: Letters[Name],
): Promise<void> {
  await outbox.insertJoined(tx, {
    id: letterId,
    recipient: address,
    language,
    letter,
    params: JSON.stringify(params),
    dueAt: leavesAt,
  })
}

/** Inserts a shared letter that is never sent, for an address without an account, unless it is there. */
export async function enqueueJoinedDecoy<Name extends LetterName>(
  tx: Tx,
  { letterId }: JoinedLetter,
  language: string,
  letter: Name,
  params: Letters[Name],
): Promise<void> {
  await outbox.insertJoinedDecoy(tx, { id: letterId, language, letter, params: JSON.stringify(params) })
}

/**
 * Inserts a notice into the outbox for every address of a person, with their name. Inserts nothing if they turned this
 * letter off.
 */
export async function notify<Name extends LetterName>(
  tx: Tx,
  userId: string,
  letter: Name,
  params: Letters[Name],
): Promise<void> {
  if (await isQuiet(tx, userId, letter)) return
  for (const email of await emails.list(tx, userId))
    await enqueue(tx, email, letter, { ...params, ...namedAs(email, tx.now) })
}

/**
 * Returns the name of an address’s owner for a letter to it. Nothing if they have none, or if it has not settled: whoever
 * stole a session could write words above a warning.
 */
export function namedAs(
  { name, namedAt, accountCreatedAt }: Pick<emails.Email, 'name' | 'namedAt' | 'accountCreatedAt'>,
  now: number,
): Pick<Scene, 'person'> {
  const settled = namedAt === null || isSettled(namedAt, { createdAt: accountCreatedAt }, now)
  return name === '' || !settled ? {} : { person: name }
}

/** Returns when and where a request was made, for a letter. */
export function sceneOf(tx: Tx, { ip, userAgent }: Visitor): Scene {
  return { at: tx.now, ip, userAgent }
}
