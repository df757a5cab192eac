import type { Reader, Tx } from '#db/engine/database.ts'

/** The picture of a person. `webp` is base64. `version` changes with it. */
export type Picture = { version: string; setAt: number; webp: string }

export function find(reader: Reader, userId: string): Promise<Picture | undefined> {
  return reader.get('select version, set_at as "setAt", webp from pictures where user_id = ?', userId)
}

/** Returns the version of a person’s picture without the picture, if there is one. */
export async function findVersion(reader: Reader, userId: string): Promise<string | undefined> {
  const found = await reader.get<{ version: string }>('select version from pictures where user_id = ?', userId)
  return found?.version
}

/** Sets a person’s picture, instead of the one before. */
export function put(
  tx: Tx,
  { userId, version, webp }: { userId: string; version: string; webp: string },
): Promise<number> {
  return tx.run(
    `insert into pictures (user_id, version, set_at, webp) values (?, ?, ?, ?)
     on conflict (user_id) do update set version = excluded.version, set_at = excluded.set_at, webp = excluded.webp`,
    userId,
    version,
    tx.now,
    webp,
  )
}

/** Removes a person’s picture. Returns false if there was none. */
export async function remove(tx: Tx, userId: string): Promise<boolean> {
  return (await tx.run('delete from pictures where user_id = ?', userId)) === 1
}
