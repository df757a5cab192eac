import type { Reader, Tx } from '#db/engine/database.ts'

export type Passkey = {
  id: string
  userId: string
  credentialId: string
  /** COSE key in base64url. */
  publicKey: string
  signCount: number
  uvInitialized: boolean
  backupEligible: boolean
  backupState: boolean
  transports: string[]
  aaguid: string
  name: string
  createdAt: number
  lastUsedAt: number | null
  /** Where it was used last. Null if that was before this was stored, or never. */
  lastUsedIp: string | null
  lastUsedUserAgent: string | null
  /** When its signature counter last went backwards. */
  regressedAt: number | null
}

type PasskeyRow = Omit<Passkey, 'uvInitialized' | 'backupEligible' | 'backupState' | 'transports'> & {
  uvInitialized: 0 | 1
  backupEligible: 0 | 1
  backupState: 0 | 1
  transports: string
}

const COLUMNS = `id, user_id as "userId", credential_id as "credentialId", public_key as "publicKey", sign_count as "signCount",
  uv_initialized as "uvInitialized", backup_eligible as "backupEligible", backup_state as "backupState", transports, aaguid, name,
  created_at as "createdAt", last_used_at as "lastUsedAt", last_used_ip as "lastUsedIp", last_used_user_agent as "lastUsedUserAgent",
  regressed_at as "regressedAt"`

export async function findByCredentialId(reader: Reader, credentialId: string): Promise<Passkey | undefined> {
  return passkeyOf(
    await reader.get<PasskeyRow>(`select ${COLUMNS} from passkeys where credential_id = ?`, credentialId),
  )
}

/** Returns a person's passkeys, oldest first. */
export async function list(reader: Reader, userId: string): Promise<Passkey[]> {
  const rows = await reader.all<PasskeyRow>(
    `select ${COLUMNS} from passkeys where user_id = ? order by created_at, id`,
    userId,
  )
  return rows.map(passkeyFrom)
}

export type NewPasskey = Omit<
  Passkey,
  'id' | 'createdAt' | 'lastUsedAt' | 'lastUsedIp' | 'lastUsedUserAgent' | 'regressedAt'
>

/** A use: what the assertion says, and where it came from. */
export type PasskeyUse = { id: string; signCount: number; backupState: boolean; ip: string; userAgent: string }

/**
 * Inserts a passkey and returns it. Returns undefined if its credential id is already registered or kept as retired, for
 * any account.
 */
export async function insert(tx: Tx, passkey: NewPasskey): Promise<Passkey | undefined> {
  const row = await tx.get<PasskeyRow>(
    `insert into passkeys (id, user_id, credential_id, public_key, sign_count, uv_initialized, backup_eligible, backup_state,
       transports, aaguid, name, created_at)
     select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? where not exists (select 1 from retired where kind = 'passkey' and name = ?)
     on conflict (credential_id) do nothing returning ${COLUMNS}`,
    tx.newId(),
    passkey.userId,
    passkey.credentialId,
    passkey.publicKey,
    passkey.signCount,
    passkey.uvInitialized ? 1 : 0,
    passkey.backupEligible ? 1 : 0,
    passkey.backupState ? 1 : 0,
    JSON.stringify(passkey.transports),
    passkey.aaguid,
    passkey.name,
    tx.now,
    passkey.credentialId,
  )
  return passkeyOf(row)
}

/**
 * Stores a use and where it came from. Returns false if the counter did not grow, unless the old and the new one are 0, or if the passkey is
 * gone.
 */
export async function use(tx: Tx, { id, signCount, backupState, ip, userAgent }: PasskeyUse): Promise<boolean> {
  const changed = await tx.run(
    `update passkeys set sign_count = ?, backup_state = ?, uv_initialized = 1, last_used_at = ?, last_used_ip = ?,
       last_used_user_agent = ?
     where id = ? and (sign_count < ? or (sign_count = 0 and cast(? as bigint) = 0))`,
    signCount,
    backupState ? 1 : 0,
    tx.now,
    ip,
    userAgent,
    id,
    signCount,
    signCount,
  )
  return changed === 1
}

export function markRegressed(tx: Tx, id: string): Promise<number> {
  return tx.run('update passkeys set regressed_at = ? where id = ?', tx.now, id)
}

/** Renames a passkey if it is this person's, and returns it. */
export async function rename(
  tx: Tx,
  { id, userId, name }: { id: string; userId: string; name: string },
): Promise<Passkey | undefined> {
  return passkeyOf(
    await tx.get<PasskeyRow>(
      `update passkeys set name = ? where id = ? and user_id = ? returning ${COLUMNS}`,
      name,
      id,
      userId,
    ),
  )
}

/** Returns a passkey by its id if it is this person's. */
export async function find(
  reader: Reader,
  { id, userId }: { id: string; userId: string },
): Promise<Passkey | undefined> {
  return passkeyOf(
    await reader.get<PasskeyRow>(`select ${COLUMNS} from passkeys where id = ? and user_id = ?`, id, userId),
  )
}

/** Removes the passkeys that were bound at a time or later. */
export function removeSince(tx: Tx, { userId, since }: { userId: string; since: number }): Promise<number> {
  return tx.run('delete from passkeys where user_id = ? and created_at >= ?', userId, since)
}

/** Returns a passkey that was taken away, from the row of this table that was kept of it. */
export function fromKept(kept: string): Passkey | undefined {
  // `retire` wrote it.
  const [row] = JSON.parse(kept) as KeptRow[]
  if (!row) return undefined
  const { user_id, credential_id, public_key, sign_count, uv_initialized, backup_eligible, backup_state, ...same } = row
  const { created_at, last_used_at, last_used_ip, last_used_user_agent, regressed_at, ...rest } = same
  return passkeyFrom({
    ...rest,
    userId: user_id,
    credentialId: credential_id,
    publicKey: public_key,
    signCount: sign_count,
    uvInitialized: uv_initialized,
    backupEligible: backup_eligible,
    backupState: backup_state,
    createdAt: created_at,
    lastUsedAt: last_used_at,
    lastUsedIp: last_used_ip ?? null,
    lastUsedUserAgent: last_used_user_agent ?? null,
    regressedAt: regressed_at,
  })
}

type KeptRow = Pick<PasskeyRow, 'id' | 'transports' | 'aaguid' | 'name'> & {
  user_id: string
  credential_id: string
  public_key: string
  sign_count: number
  uv_initialized: 0 | 1
  backup_eligible: 0 | 1
  backup_state: 0 | 1
  created_at: number
  last_used_at: number | null
  /** Missing in a row that was kept before this was stored. */
  last_used_ip?: string | null
  last_used_user_agent?: string | null
  regressed_at: number | null
}

function passkeyOf(row: PasskeyRow | undefined): Passkey | undefined {
  return row && passkeyFrom(row)
}

function passkeyFrom(row: PasskeyRow): Passkey {
  return {
    ...row,
    uvInitialized: row.uvInitialized === 1,
    backupEligible: row.backupEligible === 1,
    backupState: row.backupState === 1,
    // `insert` wrote it from a list of strings.
    transports: JSON.parse(row.transports) as string[],
  }
}
