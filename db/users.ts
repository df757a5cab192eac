import type { Reader, Tx } from '#db/engine/database.ts'

export type User = {
  id: string
  handle: string
  name: string
  /** The language of the person's letters. */
  language: string
  createdAt: number
  /** When the account will be deleted, if that was requested. */
  deleteAt: number | null
  /** When the person last rehearsed losing a device. */
  rehearsedAt: number | null
  /** Since when and until when the account is suspended, if it is; without an end until somebody ends it. */
  suspendedAt: number | null
  suspendedUntil: number | null
  /** Since when the account waits for an administrator to approve it, if it does. */
  awaitingSince: number | null
}

const COLUMNS =
  'id, handle, name, language, created_at as "createdAt", delete_at as "deleteAt", rehearsed_at as "rehearsedAt", suspended_at as "suspendedAt", suspended_until as "suspendedUntil", awaiting_since as "awaitingSince"'

export function find(reader: Reader, id: string): Promise<User | undefined> {
  return reader.get(`select ${COLUMNS} from users where id = ?`, id)
}

/** Returns the person whose passkey has this credential id. */
export function findByCredentialId(reader: Reader, credentialId: string): Promise<User | undefined> {
  return reader.get(
    `select ${COLUMNS} from users where id = (select user_id from passkeys where credential_id = ?)`,
    credentialId,
  )
}

type NewUser = { id: string; handle: string; name: string; language: string; awaitingSince?: number | null }

export async function insert(tx: Tx, { id, handle, name, language, awaitingSince = null }: NewUser): Promise<User> {
  const user = {
    id,
    handle,
    name,
    language,
    createdAt: tx.now,
    deleteAt: null,
    rehearsedAt: null,
    suspendedAt: null,
    suspendedUntil: null,
    awaitingSince,
  }
  tx.people.add(id)
  await tx.run(
    'insert into users (id, handle, name, language, created_at, awaiting_since) values (?, ?, ?, ?, ?, ?)',
    id,
    handle,
    name,
    language,
    user.createdAt,
    awaitingSince,
  )
  return user
}

/** Stores a name and when it was set. */
export function rename(tx: Tx, { id, name }: { id: string; name: string }): Promise<number> {
  return tx.run('update users set name = ?, named_at = ? where id = ?', name, tx.now, id)
}

/** Stores that the person rehearsed now. */
export function setRehearsed(tx: Tx, id: string): Promise<number> {
  return tx.run('update users set rehearsed_at = ? where id = ?', tx.now, id)
}

export function setLanguage(tx: Tx, { id, language }: { id: string; language: string }): Promise<number> {
  return tx.run('update users set language = ? where id = ?', language, id)
}

/** Returns the names of the letters that a person turned off, as JSON. */
export function findQuietLetters(reader: Reader, id: string): Promise<{ quietLetters: string } | undefined> {
  return reader.get('select quiet_letters as "quietLetters" from users where id = ?', id)
}

export function setQuietLetters(tx: Tx, { id, quietLetters }: { id: string; quietLetters: string }): Promise<number> {
  return tx.run('update users set quiet_letters = ? where id = ?', quietLetters, id)
}

export function scheduleDeletion(tx: Tx, { id, at }: { id: string; at: number }): Promise<number> {
  return tx.run('update users set delete_at = ? where id = ? and delete_at is null', at, id)
}

/** Cancels a planned deletion. Returns false if there was none. */
export async function undoDeletion(tx: Tx, id: string): Promise<boolean> {
  return (await tx.run('update users set delete_at = null where id = ? and delete_at is not null', id)) === 1
}

/** Returns the accounts that are due for deletion. None while it is suspended: its owner could not undo the deletion. */
export function listDueForDeletion(
  reader: Reader,
  { now, most }: { now: number; most: number },
): Promise<{ id: string }[]> {
  return reader.all(
    'select id from users where delete_at <= ? and (suspended_at is null or suspended_until <= ?) limit ?',
    now,
    now,
    most,
  )
}

/** Deletes an account with everything that belongs to it if it is due. Returns whether it did. */
export async function removeIfDue(tx: Tx, id: string): Promise<boolean> {
  const removed = await tx.get<{ number: number }>(
    'delete from users where id = ? and delete_at <= ? and (suspended_at is null or suspended_until <= ?) returning number',
    id,
    tx.now,
    tx.now,
  )
  if (!removed) return false
  await removeEvents(tx, removed.number)
  return true
}

/** Lets an account in that waits for approval. Returns false if it does not wait. */
export async function approve(tx: Tx, id: string): Promise<boolean> {
  return (await tx.run('update users set awaiting_since = null where id = ? and awaiting_since is not null', id)) === 1
}

/** Deletes an account that waits for approval with everything that belongs to it. Returns false if it does not wait. */
export async function removeAwaiting(tx: Tx, id: string): Promise<boolean> {
  const removed = await tx.get<{ number: number }>(
    'delete from users where id = ? and awaiting_since is not null returning number',
    id,
  )
  if (removed) await removeEvents(tx, removed.number)
  return removed !== undefined
}

/** The events are found by the number, and have no foreign key, which would need an index of its own. */
async function removeEvents(tx: Tx, number: number): Promise<void> {
  const start = number * 4_294_967_296
  await tx.run('delete from events where place > ? and place < ?', start, start + 4_294_967_296)
}
