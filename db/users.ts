import type { Reader, Tx } from '#db/engine/database.ts'

export type User = {
  id: string
  handle: string
  name: string
  /** In which language the person is written to. */
  language: string
  createdAt: number
  /** Until when addresses and deletion are on hold, after a recovery. */
  heldUntil: number
  /** When the account will be deleted, if that was asked for. */
  deleteAt: number | null
}

const COLUMNS =
  'id, handle, name, language, created_at as "createdAt", held_until as "heldUntil", delete_at as "deleteAt"'

export function find(reader: Reader, id: string): Promise<User | undefined> {
  return reader.get(`select ${COLUMNS} from users where id = ?`, id)
}

export async function insert(
  tx: Tx,
  { handle, name, language }: { handle: string; name: string; language: string },
): Promise<User> {
  const user = { id: tx.newId(), handle, name, language, createdAt: tx.now, heldUntil: 0, deleteAt: null }
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

export function hold(tx: Tx, { id, until }: { id: string; until: number }): Promise<number> {
  return tx.run('update users set held_until = ? where id = ?', until, id)
}

export function scheduleDeletion(tx: Tx, { id, at }: { id: string; at: number }): Promise<number> {
  return tx.run('update users set delete_at = ? where id = ? and delete_at is null', at, id)
}

/** Takes a planned deletion back, and tells whether there was one. */
export async function undoDeletion(tx: Tx, id: string): Promise<boolean> {
  return (await tx.run('update users set delete_at = null where id = ? and delete_at is not null', id)) === 1
}

/** The accounts whose time to be deleted has come. */
export function listDueForDeletion(
  reader: Reader,
  { now, most }: { now: number; most: number },
): Promise<{ id: string }[]> {
  return reader.all('select id from users where delete_at <= ? limit ?', now, most)
}

/** Deletes an account with everything that belongs to it, if its time has come, and tells whether it did. */
export async function removeIfDue(tx: Tx, id: string): Promise<boolean> {
  return (await tx.run('delete from users where id = ? and delete_at <= ?', id, tx.now)) === 1
}
