import type { Tx } from '#db/engine/database.ts'

export type EmailUndo = {
  id: string
  userId: string
  change: 'added' | 'removed' | 'promoted'
  address: string
  canonical: string
  recoversAt: number
}

type NewUndo = Omit<EmailUndo, 'id'> & { expiresAt: number }

/** Stores how to undo a change of addresses. Returns the id for the link in the letter. */
export async function insert(tx: Tx, undo: NewUndo): Promise<string> {
  const id = tx.newId()
  await tx.run(
    'insert into email_undos (id, user_id, change, address, canonical, recovers_at, created_at, expires_at) values (?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    undo.userId,
    undo.change,
    undo.address,
    undo.canonical,
    undo.recoversAt,
    tx.now,
    undo.expiresAt,
  )
  return id
}

/** Marks an undo as used and returns it. Returns undefined if it is used, expired or unknown. */
export function use(tx: Tx, id: string): Promise<EmailUndo | undefined> {
  return tx.get(
    `update email_undos set used_at = ? where id = ? and used_at is null and expires_at > ?
     returning id, user_id as "userId", change, address, canonical, recovers_at as "recoversAt"`,
    tx.now,
    id,
    tx.now,
  )
}

/** Deletes every undo about one address of a person. */
export function removeAbout(tx: Tx, { userId, canonical }: { userId: string; canonical: string }): Promise<number> {
  return tx.run('delete from email_undos where user_id = ? and canonical = ?', userId, canonical)
}

/** Deletes at most `most` expired undos. */
export function removeExpired(tx: Tx, most: number): Promise<number> {
  return tx.run(
    'delete from email_undos where id in (select id from email_undos where expires_at <= ? limit ?)',
    tx.now,
    most,
  )
}
