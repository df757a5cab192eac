import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type CopySource, type CopyTarget, EndInUseError, type Table } from '#db/engine/copying.ts'
import { openPostgresSource } from '#db/engine/postgres/copy-source.ts'
import { openPostgresTarget } from '#db/engine/postgres/copy-target.ts'
import * as postgres from '#db/engine/postgres/migrate.ts'
import { openSqliteSource } from '#db/engine/sqlite/copy-source.ts'
import { openSqliteTarget } from '#db/engine/sqlite/copy-target.ts'
import { holdLock } from '#db/engine/sqlite/lock.ts'
import * as sqlite from '#db/engine/sqlite/migrate.ts'
import { usingPostgres } from '#server/boot-postgres.ts'
import { makeDataDir, usingDataDir } from '#server/data-dir.ts'
import type { Place, PostgresPlace, SqlitePlace } from '#cli/move/places.ts'
import { MoveError } from '#cli/move/refusal.ts'

const MIGRATIONS = join(import.meta.dirname, '../../migrations')
/** Where the scripts of SQLite are. */
export const SQLITE_MIGRATIONS = join(MIGRATIONS, 'sqlite')
/** Where those of PostgreSQL are. */
export const POSTGRES_MIGRATIONS = join(MIGRATIONS, 'postgres')
/** The longest wait for a connection, in milliseconds. */
const TIMEOUT = 10_000

/** Opens the source for this process alone. Refuses one that is missing, in use, or of another version. */
export async function openSource(place: Place, tables: Table[]): Promise<CopySource> {
  if (place.engine === 'sqlite') return inUse(place, async () => openSqlite(place))
  return inUse(place, () => usingPostgres(place, () => openPostgres(place, tables), '--from'))
}

/** Opens the target for this process alone. Refuses one that is in use, or has the database of another version. */
export async function openTarget(place: Place, tables: Table[]): Promise<CopyTarget> {
  if (place.engine === 'sqlite') return inUse(place, async () => openNewSqlite(place))
  return inUse(place, () => usingPostgres(place, () => openNewPostgres(place, tables), '--to'))
}

function openSqlite({ dataDir, shown }: SqlitePlace): CopySource {
  const file = join(dataDir, 'latchkey.sqlite')
  if (!existsSync(file)) throw new MoveError(`${shown} has no database`)
  return locked(dataDir, () => {
    refuseOlder(shown, sqlite.pendingMigrations(file, SQLITE_MIGRATIONS))
    return openSqliteSource(file)
  })
}

function openNewSqlite({ dataDir, shown }: SqlitePlace): CopyTarget {
  const file = join(dataDir, 'latchkey.sqlite')
  usingDataDir(dataDir, () => makeDataDir(dataDir))
  return locked(dataDir, () => {
    if (existsSync(file)) refuseOlder(shown, sqlite.pendingMigrations(file, SQLITE_MIGRATIONS))
    return openSqliteTarget(file, SQLITE_MIGRATIONS)
  })
}

async function openPostgres({ address, shown }: PostgresPlace, tables: Table[]): Promise<CopySource> {
  const options = { folder: POSTGRES_MIGRATIONS, timeout: TIMEOUT }
  if (await postgres.isNew(address, options)) throw new MoveError(`${shown} has no accounts of Latchkey`)
  refuseOlder(shown, await postgres.pendingMigrations(address, options))
  return openPostgresSource(address, { timeout: TIMEOUT, tables })
}

/** An empty database is migrated. One of an older version may belong to a server, and is refused. */
async function openNewPostgres({ address, shown }: PostgresPlace, tables: Table[]): Promise<CopyTarget> {
  const options = { folder: POSTGRES_MIGRATIONS, timeout: TIMEOUT }
  if (await postgres.isNew(address, options)) await postgres.migrate(address, options)
  else refuseOlder(shown, await postgres.pendingMigrations(address, options))
  return openPostgresTarget(address, { timeout: TIMEOUT, tables })
}

function refuseOlder(shown: string, [first]: string[]): void {
  if (first === undefined) return
  throw new MoveError(
    `${shown} is not a database of this version, it lacks ${first}: start this version on it once, or move with the version that it belongs to`,
  )
}

/** Holds the lock of a data directory until what was opened is closed. */
function locked<T extends { close: () => Promise<void> }>(dataDir: string, open: () => T): T {
  return usingDataDir(dataDir, () => {
    const release = holdLock(join(dataDir, 'lock'))
    if (!release) throw new EndInUseError()
    try {
      const end = open()
      const close = async () => {
        await end.close()
        release()
      }
      return { ...end, close }
    } catch (error) {
      release()
      throw error
    }
  })
}

async function inUse<T>({ shown }: Place, open: () => Promise<T>): Promise<T> {
  try {
    return await open()
  } catch (error) {
    if (!(error instanceof EndInUseError)) throw error
    throw new MoveError(`${shown} is used by a Latchkey that runs: stop it first`)
  }
}
