import type { Reader } from '#db/engine/database.ts'

/** Rows that a key was used for: `key` is its id. `scheme` is how the hash of a backup code begins. */
export type KeyUseCount = { key: string; rows: number; scheme: string }

/** Returns how many authenticator apps are encrypted under each key. */
export function countApps(reader: Reader): Promise<KeyUseCount[]> {
  return reader.all(
    `select substr(secret, 1, 8) as key, '' as scheme, count(*) as rows from totp group by substr(secret, 1, 8)`,
  )
}

/** Returns how many passwords are hashed under each key. */
export function countPasswords(reader: Reader): Promise<KeyUseCount[]> {
  return reader.all(
    `select substr(hash, 1, 8) as key, '' as scheme, count(*) as rows from passwords group by substr(hash, 1, 8)`,
  )
}

/** Returns how many unused backup codes are hashed under each key. */
export function countBackupCodes(reader: Reader): Promise<KeyUseCount[]> {
  return reader.all(
    `select substr(hash, 1, 8) as key, substr(hash, 9, 5) as scheme, count(*) as rows from backup_codes
     where used_at is null group by substr(hash, 1, 8), substr(hash, 9, 5)`,
  )
}

/** Returns what is kept, as JSON, of the apps, passwords and backup codes that were taken away in the last days. */
export function listKept(reader: Reader): Promise<{ kind: 'totp' | 'password' | 'backup_codes'; kept: string }[]> {
  return reader.all(`select kind, kept from retired where kind in ('totp', 'password', 'backup_codes')`)
}
