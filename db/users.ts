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
}

const COLUMNS = 'id, handle, name, language, created_at as "createdAt", delete_at as "deleteAt"'

export function find(reader: Reader, id: string): Promise<User | undefined> {
  return reader.get(`select ${COLUMNS} from users where id = ?`, id)
}

export async function insert(
  tx: Tx,
  { handle, name, language }: { handle: string; name: string; language: string },
): Promise<User> {
  const user = { id: tx.newId(), handle, name, language, createdAt: tx.now, deleteAt: null }
  await tx.run(
    'insert into users (id, handle, name, language, created_at) values (?, ?, ?, ?, ?)',
    user.id,
    handle,
    name,
    language,
    user.createdAt,
  )
  return user
}

export function rename(tx: Tx, { id, name }: { id: string; name: string }): Promise<number> {
  return tx.run('update users set name = ? where id = ?', name, id)
}

export function setLanguage(tx: Tx, { id, language }: { id: string; language: string }): Promise<number> {
  return tx.run('update users set language = ? where id = ?', language, id)
}

export function scheduleDeletion(tx: Tx, { id, at }: { id: string; at: number }): Promise<number> {
  return tx.run('update users set delete_at = ? where id = ? and delete_at is null', at, id)
}

/** Cancels a planned deletion. Returns false if there was none. */
export async function undoDeletion(tx: Tx, id: string): Promise<boolean> {
  return (await tx.run('update users set delete_at = null where id = ? and delete_at is not null', id)) === 1
}

/** Returns the accounts that are due for deletion. */
export function listDueForDeletion(
  reader: Reader,
  { now, most }: { now: number; most: number },
): Promise<{ id: string }[]> {
  return reader.all('select id from users where delete_at <= ? limit ?', now, most)
}

/** Deletes an account with everything that belongs to it if it is due. Returns whether it did. */
export async function removeIfDue(tx: Tx, id: string): Promise<boolean> {
  return (await tx.run('delete from users where id = ? and delete_at <= ?', id, tx.now)) === 1
}
