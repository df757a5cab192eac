import type { Reader, Tx } from '#db/engine/database.ts'

export type OutboxRow = {
  id: string
  recipient: string
  language: string
  letter: string
  /** JSON. */
  params: string
  createdAt: number
  dueAt: number
  attempts: number
  fault: string | null
  acceptedAt: number | null
  givenUpAt: number | null
  /** It waits for others to the same recipient and is sent with them as one letter. */
  gathered: 0 | 1
}

const COLUMNS = `id, recipient, language, letter, params, created_at as "createdAt", due_at as "dueAt", attempts, fault,
  accepted_at as "acceptedAt", given_up_at as "givenUpAt", gathered`

type NewLetter = {
  recipient: string
  language: string
  letter: string
  params: string
  dueAt: number
  gathered: boolean
  /** Somebody waits for it at a page, so it leaves before other letters. */
  urgent: boolean
}

export async function insert(
  tx: Tx,
  { recipient, language, letter, params, dueAt, gathered, urgent }: NewLetter,
): Promise<string> {
  const id = tx.newId()
  await tx.run(
    `insert into outbox (id, recipient, language, letter, params, created_at, due_at, gathered, urgent, seq)
     values (?, ?, ?, ?, ?, ?, ?, ?, ?, (select coalesce(max(seq), 0) + 1 from outbox))`,
    id,
    recipient,
    language,
    letter,
    params,
    tx.now,
    dueAt,
    gathered ? 1 : 0,
    urgent ? 1 : 0,
  )
  return id
}

type JoinedLetter = Pick<NewLetter, 'recipient' | 'language' | 'letter' | 'params' | 'dueAt'> & { id: string }

/**
 * Inserts a letter with a code that several requests share, unless it is there. A real one takes the place of a letter that is
 * never sent.
 */
export function insertJoined(
  tx: Tx,
  { id, recipient, language, letter, params, dueAt }: JoinedLetter,
): Promise<number> {
  return tx.run(
    `insert into outbox (id, recipient, language, letter, params, created_at, due_at, gathered, urgent, seq)
     values (?, ?, ?, ?, ?, ?, ?, 0, 1, (select coalesce(max(seq), 0) + 1 from outbox))
     on conflict (id) do update set recipient = excluded.recipient, language = excluded.language, letter = excluded.letter,
       params = excluded.params, due_at = excluded.due_at
     where outbox.recipient = ?`,
    id,
    recipient,
    language,
    letter,
    params,
    tx.now,
    dueAt,
    NOBODY,
  )
}

/** Matches a mailbox in any case of its address, given as `mailboxOf` returns it. An index has the same expression. */
const TO_MAILBOX = 'lower(recipient) = ?'

/** Returns an address with small letters as `lower` makes them, which is only those of ASCII. */
function mailboxOf(recipient: string): string {
  return recipient.replaceAll(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** The recipient and the due time of letters that are never sent. */
const NOBODY = ''
export const NEVER = Number.MAX_SAFE_INTEGER

/** Inserts a letter that is never sent, which takes as long as a real one. Returns its id. */
export function insertDecoy(
  tx: Tx,
  { language, letter, params }: Pick<NewLetter, 'language' | 'letter' | 'params'>,
): Promise<string> {
  return insert(tx, { recipient: NOBODY, language, letter, params, dueAt: NEVER, gathered: false, urgent: false })
}

/** Inserts a shared letter that is never sent, unless it is there. It takes as long as a real one. */
export function insertJoinedDecoy(
  tx: Tx,
  letter: Pick<JoinedLetter, 'id' | 'language' | 'letter' | 'params'>,
): Promise<number> {
  return insertJoined(tx, { ...letter, recipient: NOBODY, dueAt: NEVER })
}

/** Deletes at most `most` letters that are never sent. A shared one stays for as long as requests can join it. */
export function removeDecoys(tx: Tx, most: number): Promise<number> {
  return tx.run(
    `delete from outbox where id in
       (select id from outbox where ${TO_MAILBOX}
          and not exists (select 1 from joined_letters where letter_id = outbox.id) limit ?)`,
    NOBODY,
    most,
  )
}

/** Returns how many letters to a recipient were inserted since a time. */
export async function countSince(
  reader: Reader,
  { recipient, since }: { recipient: string; since: number },
): Promise<number> {
  const row = await reader.get<{ letters: number }>(
    `select count(*) as letters from outbox where ${TO_MAILBOX} and created_at > ?`,
    mailboxOf(recipient),
    since,
  )
  return row?.letters ?? 0
}

/**
 * Claims at most `most` letters that are due, urgent ones first, and returns them. No other call claims them until the
 * lease (milliseconds) is over.
 */
export async function claim(tx: Tx, { most, lease }: { most: number; lease: number }): Promise<OutboxRow[]> {
  const claimSome = (urgent: 0 | 1, left: number): Promise<OutboxRow[]> =>
    tx.all(
      `update outbox set due_at = ?, attempts = attempts + 1
       where id in (select id from outbox where urgent = ? and due_at <= ? and accepted_at is null and given_up_at is null
                    order by due_at limit ?)
         and due_at <= ? and accepted_at is null and given_up_at is null
       returning ${COLUMNS}`,
      tx.now + lease,
      urgent,
      tx.now,
      left,
      tx.now,
    )
  const urgent = await claimSome(1, most)
  return urgent.length < most ? [...urgent, ...(await claimSome(0, most - urgent.length))] : urgent
}

/**
 * Makes at most `most` letters due that would wait longer than `longest` (milliseconds). No letter waits that long, so a
 * clock that was ahead stored their due times.
 */
export function bringForward(tx: Tx, { most, longest }: { most: number; longest: number }): Promise<number> {
  return tx.run(
    `update outbox set due_at = ? where id in
       (select id from outbox where urgent in (0, 1) and due_at > ? and due_at < ${NEVER} and accepted_at is null and given_up_at is null limit ?)`,
    tx.now,
    tx.now + longest,
    most,
  )
}

/** Claims all other gathered letters to one recipient that are due, without a limit. */
export function claimGathered(
  tx: Tx,
  { recipient, lease }: { recipient: string; lease: number },
): Promise<OutboxRow[]> {
  return tx.all(
    `update outbox set due_at = ?, attempts = attempts + 1
     where ${TO_MAILBOX} and gathered = 1 and due_at <= ? and accepted_at is null and given_up_at is null
     returning ${COLUMNS}`,
    tx.now + lease,
    mailboxOf(recipient),
    tx.now,
  )
}

export function markAccepted(tx: Tx, id: string): Promise<number> {
  return tx.run('update outbox set accepted_at = ?, fault = null where id = ?', tx.now, id)
}

export function postpone(tx: Tx, { id, dueAt, fault }: { id: string; dueAt: number; fault: string }): Promise<number> {
  return tx.run('update outbox set due_at = ?, fault = ? where id = ?', dueAt, fault, id)
}

/** Makes a claimed letter due again, without counting the attempt. */
export function putBack(tx: Tx, { id, fault }: { id: string; fault: string }): Promise<number> {
  return tx.run('update outbox set due_at = ?, attempts = attempts - 1, fault = ? where id = ?', tx.now, fault, id)
}

export function giveUp(tx: Tx, { id, fault }: { id: string; fault: string }): Promise<number> {
  return tx.run('update outbox set given_up_at = ?, fault = ? where id = ?', tx.now, fault, id)
}

/** Returns whether a letter to a recipient, inserted at a time or later, is neither accepted nor given up. */
export async function isUnderWay(
  reader: Reader,
  { recipient, letter, since }: { recipient: string; letter: string; since: number },
): Promise<boolean> {
  const row = await reader.get(
    `select 1 from outbox where ${TO_MAILBOX} and created_at >= ? and letter = ? and accepted_at is null and given_up_at is null`,
    mailboxOf(recipient),
    since,
    letter,
  )
  return row !== undefined
}

/** Returns the recipients of letters at their first attempt, whose lease (milliseconds) is not over. */
export async function listClaimed(reader: Reader, { now, lease }: { now: number; lease: number }): Promise<string[]> {
  const rows = await reader.all<{ mailbox: string }>(
    `select lower(recipient) as mailbox from outbox
     where urgent in (0, 1) and due_at > ? and due_at <= ? and attempts = 1 and fault is null
       and accepted_at is null and given_up_at is null`,
    now,
    now + lease,
  )
  return rows.map(({ mailbox }) => mailbox)
}

/** Returns the newest letters, newest first, to one recipient or to all. */
export function list(reader: Reader, { to, most }: { to: string | undefined; most: number }): Promise<OutboxRow[]> {
  if (to === undefined)
    return reader.all(`select ${COLUMNS} from outbox where recipient <> ? order by seq desc limit ?`, NOBODY, most)
  return reader.all(
    `select ${COLUMNS} from outbox where ${TO_MAILBOX} order by seq desc, id desc limit ?`,
    mailboxOf(to),
    most,
  )
}

/** Where a letter stands among those to its recipient. Two that were inserted at the same time may share a number. */
export type LetterPlace = { seq: number; id: string }

/** Returns letters to a recipient before a place, newest first, without what they say. */
export function listBefore(
  reader: Reader,
  { recipient, before, most }: { recipient: string; before: LetterPlace; most: number },
): Promise<(Pick<OutboxRow, 'letter' | 'recipient' | 'createdAt' | 'acceptedAt'> & LetterPlace)[]> {
  return reader.all(
    `select seq, id, letter, recipient, created_at as "createdAt", accepted_at as "acceptedAt" from outbox
     where ${TO_MAILBOX} and (seq, id) < (?, ?) order by seq desc, id desc limit ?`,
    mailboxOf(recipient),
    before.seq,
    before.id,
    most,
  )
}

/** Deletes every letter to a recipient, sent or not. */
export function removeTo(tx: Tx, recipient: string): Promise<number> {
  return tx.run(`delete from outbox where ${TO_MAILBOX}`, mailboxOf(recipient))
}

/** Deletes at most `most` letters that were accepted or given up before a time. */
export function removeOld(tx: Tx, { before, most }: { before: number; most: number }): Promise<number> {
  return tx.run(
    `delete from outbox where id in
       (select id from outbox where created_at < ? and (accepted_at is not null or given_up_at is not null) limit ?)`,
    before,
    most,
  )
}
