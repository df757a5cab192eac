import type { Reader, Tx } from '#db/engine/database.ts'

export type User = { id: string; handle: string; name: string; createdAt: number }

const COLUMNS = 'id, handle, name, created_at as "createdAt"'

export function find(reader: Reader, id: string): Promise<User | undefined> {
  return reader.get(`select ${COLUMNS} from users where id = ?`, id)
}

export async function insert(tx: Tx, { handle, name }: { handle: string; name: string }): Promise<User> {
  const user = { id: tx.newId(), handle, name, createdAt: tx.now }
  await tx.run('insert into users (id, handle, name, created_at) values (?, ?, ?, ?)', user.id, handle, name, user.createdAt)
  return user
}
