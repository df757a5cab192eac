import { existsSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Database, Reader } from '#db/engine/database.ts'
import * as postgres from '#db/engine/postgres/migrate.ts'
import { openPostgres } from '#db/engine/postgres/postgres.ts'
import * as sqlite from '#db/engine/sqlite/migrate.ts'
import { openSqlite } from '#db/engine/sqlite/sqlite.ts'
import * as instance from '#db/instance.ts'
import type { Config } from '#server/config/config.ts'
import { deriveKeys, type Keys } from '#server/crypto/keys.ts'
import { usingPostgres } from '#server/boot-postgres.ts'
import { usingDataDir } from '#server/data-dir.ts'
import { secretsOf } from '#server/kept-files.ts'
import { POSTGRES_MIGRATIONS, SQLITE_MIGRATIONS } from '#cli/move/ends.ts'

/** The database lacks tables of this version. */
export class OtherVersionError extends Error {
  constructor() {
    super('This cannot be seen, because the database is older than this version.')
    this.name = 'OtherVersionError'
  }
}

/** The keys of the configuration, and what the database says of itself: PostgreSQL has rows for it. */
type Marks = { keys: Keys; rpId: string | undefined; secret: string | undefined }

/**
 * Reads from the database of the server, and changes nothing: neither its tables nor what it keeps of a secret. Returns
 * undefined if there is no database or no secret yet. Throws an `OtherVersionError` for an older database.
 */
export async function reading<T>(
  config: Config,
  work: (reader: Reader, marks: Marks) => Promise<T>,
): Promise<T | undefined> {
  const [newest, ...older] = config.secrets.length > 0 ? config.secrets : keptIn(config)
  if (newest === undefined) return undefined
  const keys = deriveKeys([newest, ...older])
  if (config.database) return usingPostgres(config.database, () => readFrom(config, keys, work))
  if (!existsSync(join(config.dataDir, 'latchkey.sqlite'))) return undefined
  return readFrom(config, keys, work)
}

async function readFrom<T>(config: Config, keys: Keys, work: (reader: Reader, marks: Marks) => Promise<T>): Promise<T> {
  const db = usingDataDir(config.dataDir, () => open(config))
  try {
    if ((await pendingOf(config)).length > 0) throw new OtherVersionError()
    return await db.read(async (reader) => {
      const [rpId, secret] = config.database
        ? [await instance.find(reader, 'rp_id'), await instance.find(reader, 'secret')]
        : []
      return work(reader, { keys, rpId, secret })
    })
  } finally {
    await db.close()
  }
}

function open({ database, dataDir }: Config): Database {
  const sources = { now: Date.now, newId: () => '' }
  if (database) return openPostgres(database.address, { ...database, connections: 1 }, sources)
  return openSqlite(join(dataDir, 'latchkey.sqlite'), sources)
}

function keptIn(config: Config): string[] {
  return existsSync(join(config.dataDir, 'secret')) ? secretsOf(config, randomBytes) : []
}

/** Returns the migrations that the database of the server lacks. Refuses a database of a newer version. */
export async function pendingOf({ dataDir, database }: Pick<Config, 'dataDir' | 'database'>): Promise<string[]> {
  if (!database)
    return usingDataDir(dataDir, () => sqlite.pendingMigrations(join(dataDir, 'latchkey.sqlite'), SQLITE_MIGRATIONS))
  return usingPostgres(database, () =>
    postgres.pendingMigrations(database.address, { folder: POSTGRES_MIGRATIONS, timeout: database.timeout }),
  )
}
