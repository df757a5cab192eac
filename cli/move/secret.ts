import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CopiedRow, CopySource, Table } from '#db/engine/copying.ts'
import type { Config } from '#server/config/config.ts'
import { deriveKeys, type KeyRing, type Keys } from '#server/crypto/keys.ts'
import { secretsOf } from '#server/kept-files.ts'
import { open } from '#server/totp/seal.ts'
import type { Place } from '#cli/move/places.ts'
import { MoveError } from '#cli/move/refusal.ts'

const WRONG = 'SECRET is not the one of the source: set the SECRET or SECRET_FILE that its server has'

/** How it was proved that the secrets fit; `nothing` if the source has nothing that depends on them. */
export type Proof = 'an app' | 'a hash' | 'its row' | 'its file' | 'nothing'

/** Returns the keys that the server of the source would have. Refuses a source whose secret is nowhere. */
export function keysFor(from: Place, { secrets: [newest, ...older] }: Pick<Config, 'secrets'>): Keys {
  if (newest) return deriveKeys([newest, ...older])
  const kept = from.engine === 'sqlite' ? keptIn(from.dataDir) : undefined
  if (!kept) throw new MoveError('SECRET is missing: set the SECRET or SECRET_FILE that the server of the source has')
  return deriveKeys(kept)
}

/**
 * Proves that these are the keys of the source, by the first of these that it has: the secret of an app that opens, a hash
 * that names its key, the row of PostgreSQL, the kept file. Refuses other keys.
 */
export async function proveSecret(
  from: Place,
  { source, tables, keys }: { source: CopySource; tables: Table[]; keys: Keys },
): Promise<Proof> {
  const some = (name: string) => someOf(source, tables, name)
  const row = (await source.instance()).get('secret')
  if (row !== undefined && !hasKey(keys.session, row)) throw new MoveError(WRONG)

  const apps = await some('totp')
  const isOpened = apps.some(
    ({ user_id, secret }) => open(keys.totp, { userId: user_id ?? '', sealed: secret ?? '' }) !== undefined,
  )
  if (apps.length > 0) return proved(isOpened, 'an app')
  const hashes = [...(await some('passwords')), ...(await some('backup_codes'))]
  const isNamed = hashes.some(({ hash }) =>
    [keys.pepper, keys.backup_code].some((ring) => hasKey(ring, hash?.split('$')[0])),
  )
  if (hashes.length > 0) return proved(isNamed, 'a hash')
  if (row !== undefined) return 'its row'
  const kept = from.engine === 'sqlite' ? keptIn(from.dataDir) : undefined
  return kept ? proved(hasKey(keys.session, deriveKeys(kept).session[0].id), 'its file') : 'nothing'
}

function proved(isFitting: boolean, proof: Proof): Proof {
  if (!isFitting) throw new MoveError(WRONG)
  return proof
}

function hasKey(ring: KeyRing, keyId: string | undefined): boolean {
  return ring.some(({ id }) => id === keyId)
}

function keptIn(dataDir: string): [string, ...string[]] | undefined {
  return existsSync(join(dataDir, 'secret')) ? secretsOf({ secrets: [], dataDir }, randomBytes) : undefined
}

/** Returns the first rows of a table, by the names of their columns. */
async function someOf(source: CopySource, tables: Table[], name: string): Promise<Record<string, string | null>[]> {
  const table = tables.find((one) => one.name === name)
  if (!table) throw new Error(`There is no table ${name}.`)
  for await (const rows of source.rows(table)) return rows.map((row) => named(row, table))
  return []
}

function named(row: CopiedRow, { columns }: Table): Record<string, string | null> {
  return Object.fromEntries(columns.map(({ name }, place) => [name, row[place] ?? null]))
}
