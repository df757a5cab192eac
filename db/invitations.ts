import type { Reader, Tx } from '#db/engine/database.ts'

/** An invitation, to one address or as a link for `most` people. Times are epoch milliseconds. */
export type Invitation = {
  id: string
  /** The address as it was typed; null for a link. */
  address: string | null
  canonical: string | null
  most: number
  uses: number
  /** The id of a person, or `operator`. */
  madeBy: string
  madeAt: number
  expiresAt: number
  revokedAt: number | null
}

const COLUMNS = `invitations.id, invitations.address, invitations.canonical, most, uses, made_by as "madeBy", made_at as "madeAt",
  expires_at as "expiresAt", revoked_at as "revokedAt"`

/** Returns an invitation with the name of who made it, and since when they have it, unless that account is gone. */
export function find(
  reader: Reader,
  id: string,
): Promise<
  (Invitation & { inviter: string | null; inviterNamedAt: number | null; inviterCreatedAt: number | null }) | undefined
> {
  return reader.get(
    `select ${COLUMNS}, users.name as "inviter", users.named_at as "inviterNamedAt", users.created_at as "inviterCreatedAt"
     from invitations left join users on users.id = made_by where invitations.id = ?`,
    id,
  )
}

/** Returns invitations before an id, the newest first, with the primary address of who made each. */
export function list(
  reader: Reader,
  { before, most }: { before: string; most: number },
): Promise<(Invitation & { email: string | null })[]> {
  return reader.all(
    `select ${COLUMNS}, emails.address as "email"
     from invitations left join emails on emails.user_id = made_by and emails.is_primary = 1
     where invitations.id < ? order by invitations.id desc limit ?`,
    before,
    most,
  )
}

type NewInvitation = Pick<Invitation, 'address' | 'canonical' | 'most' | 'madeBy' | 'expiresAt'>

/** Inserts an invitation and returns its id. */
export async function insert(tx: Tx, invitation: NewInvitation): Promise<string> {
  const id = tx.newId()
  await tx.run(
    `insert into invitations (id, address, canonical, most, uses, made_by, made_at, expires_at)
     values (?, ?, ?, ?, 0, ?, ?, ?)`,
    id,
    invitation.address,
    invitation.canonical,
    invitation.most,
    invitation.madeBy,
    tx.now,
    invitation.expiresAt,
  )
  return id
}

/** Counts one use. Returns false if the invitation is used up, expired, revoked, gone, or for another address. */
export async function use(tx: Tx, { id, canonical }: { id: string; canonical: string }): Promise<boolean> {
  const changed = await tx.run(
    `update invitations set uses = uses + 1
     where id = ? and uses < most and revoked_at is null and expires_at > ? and (canonical is null or canonical = ?)`,
    id,
    tx.now,
    canonical,
  )
  return changed === 1
}

/** Stores who used an invitation. */
export function insertUse(tx: Tx, { id, userId }: { id: string; userId: string }): Promise<number> {
  return tx.run('insert into invitation_uses (invitation_id, user_id, used_at) values (?, ?, ?)', id, userId, tx.now)
}

/** Revokes an invitation. Returns false if it is used up, expired, revoked or gone. */
export async function revoke(tx: Tx, id: string): Promise<boolean> {
  const changed = await tx.run(
    'update invitations set revoked_at = ? where id = ? and uses < most and revoked_at is null and expires_at > ?',
    tx.now,
    id,
    tx.now,
  )
  return changed === 1
}

/** Deletes at most `most` invitations that expired before a time (epoch milliseconds). */
export function removeOld(tx: Tx, { before, most }: { before: number; most: number }): Promise<number> {
  return tx.run(
    'delete from invitations where id in (select id from invitations where expires_at < ? limit ?)',
    before,
    most,
  )
}
