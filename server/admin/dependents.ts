import * as keyIds from '#db/key-ids.ts'
import type { Reader } from '#db/engine/database.ts'
import { fromKept } from '#db/totp.ts'
import type { Keys, KeyUse } from '#server/crypto/keys.ts'

/** What depends on a secret, by kind: `kept` was taken away in the last days, and can still be brought back. */
export type Rows = { apps: number; passwords: number; backupCodes: number; kept: number }

/** What depends on each secret of the ring, newest first, and on secrets that are not in it. */
export type Dependents = { ring: Rows[]; unknown: Rows }

/** Returns what depends on each secret, by the ids of keys that the rows name. */
export async function dependentsOf(reader: Reader, keys: Keys): Promise<Dependents> {
  const none = (): Rows => ({ apps: 0, passwords: 0, backupCodes: 0, kept: 0 })
  const ring = keys.session.map(none)
  const unknown = none()
  const add = (use: KeyUse, key: string, kind: keyof Rows, rows: number) => {
    const place = keys[use].findIndex(({ id }) => id === key)
    const of = ring[place] ?? unknown
    of[kind] += rows
  }
  for (const { key, rows } of await keyIds.countApps(reader)) add('totp', key, 'apps', rows)
  for (const { key, rows } of await keyIds.countPasswords(reader)) add('pepper', key, 'passwords', rows)
  for (const { key, rows, scheme } of await keyIds.countBackupCodes(reader))
    add(useOfCode(scheme), key, 'backupCodes', rows)
  for (const { kind, kept } of await keyIds.listKept(reader))
    for (const { use, key } of keysIn(kind, kept)) add(use, key, 'kept', 1)
  return { ring, unknown }
}

/** Older versions hashed backup codes like passwords. */
function useOfCode(scheme: string): KeyUse {
  return scheme.startsWith('$argo') ? 'pepper' : 'backup_code'
}

function keysIn(kind: 'totp' | 'password' | 'backup_codes', kept: string): { use: KeyUse; key: string }[] {
  if (kind === 'totp') return [{ use: 'totp', key: fromKept(kept)?.secret.slice(0, 8) ?? '' }]
  // `retire` wrote the rows of a table that has hashes.
  const rows = JSON.parse(kept) as { hash: string; used_at?: number | null }[]
  return rows
    .filter(({ used_at }) => used_at === null || used_at === undefined)
    .map(({ hash }) => ({ use: kind === 'password' ? 'pepper' : useOfCode(hash.slice(8, 13)), key: hash.slice(0, 8) }))
}
