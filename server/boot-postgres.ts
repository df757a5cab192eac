import { join } from 'node:path'
import { DatabaseUnavailableError } from '#db/engine/database.ts'
import { migrate, pendingMigrations } from '#db/engine/postgres/migrate.ts'
import { openPostgres } from '#db/engine/postgres/postgres.ts'
import * as instance from '#db/instance.ts'
import type { Address } from '#db/engine/postgres/address.ts'
import { movedFault } from '#server/moved.ts'
import { type Config, ConfigError, type DatabaseConfig } from '#server/config/config.ts'
import type { Keys } from '#server/crypto/keys.ts'

const MIGRATIONS = join(import.meta.dirname, '../migrations/postgres')

/**
 * Migrates the database, and refuses an instance that does not belong to it: every one has the RP ID of the first start
 * and a secret that the others know. Refuses with a `ConfigError` what the operator can mend.
 */
export async function preparePostgres(
  { rp }: Config,
  database: DatabaseConfig,
  { keys, now }: { keys: Keys; now: () => number },
): Promise<void> {
  await usingPostgres(database, async () => {
    await migrate(database.address, { folder: MIGRATIONS, timeout: database.timeout })
    const db = openPostgres(database.address, database, { now, newId: () => '' })
    try {
      await db.transaction(async (tx) => {
        await refuseOtherRelyingParty(tx, rp.id)
        await refuseOtherSecret(tx, keys)
        // Last, because the steps before it wait for a move that is under way.
        await refuseMoved(tx)
      })
    } finally {
      await db.close()
    }
  })
}

/** Refuses a database that this version would have to migrate: an older server may be running on it. */
export async function refuseOlderPostgres(database: DatabaseConfig): Promise<void> {
  await usingPostgres(database, async () => {
    const [first] = await pendingMigrations(database.address, { folder: MIGRATIONS, timeout: database.timeout })
    if (first !== undefined)
      throw new ConfigError([
        `DATABASE_URL leads to the database of an older version, without ${first}: run this command with that version, or start this version first`,
      ])
  })
}

type Tx = Parameters<typeof instance.keep>[0]

async function refuseOtherRelyingParty(tx: Tx, rpId: string): Promise<void> {
  const first = await instance.keep(tx, 'rp_id', rpId)
  if (first !== rpId)
    throw new ConfigError([
      `RP_ID ${rpId} differs from ${first}. Every passkey in this database belongs to ${first} and would stop working`,
    ])
}

/** Refuses a database that was moved away, and one that a move has not finished. */
async function refuseMoved(tx: Tx): Promise<void> {
  const fault = movedFault('DATABASE_URL leads to a database that', {
    moved: await instance.find(tx, 'moved'),
    arriving: await instance.find(tx, 'arriving'),
  })
  if (fault !== undefined) throw new ConfigError([fault])
}

/** The database keeps the name of a key, from which the secret cannot be found. */
async function refuseOtherSecret(tx: Tx, keys: Keys): Promise<void> {
  const [newest, ...older] = keys.session.map(({ id }) => id)
  const known = await instance.keep(tx, 'secret', newest ?? '')
  if (known === newest) return
  if (!older.includes(known))
    throw new ConfigError([
      'SECRET is not the one of this database: give every instance the same list of secrets, newest first, and keep the last one in it',
    ])
  await instance.put(tx, 'secret', newest ?? '')
}

/**
 * Runs what needs the database at start. A fault that the operator can mend becomes one of the configuration, of the
 * setting of this name.
 */
export async function usingPostgres<T>(
  { address }: Pick<DatabaseConfig, 'address'>,
  work: () => Promise<T>,
  name = 'DATABASE_URL',
): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const sentence = error instanceof ConfigError ? undefined : sentenceFor(error, address)
    throw sentence === undefined ? error : new ConfigError([`${name} ${sentence}`])
  }
}

function sentenceFor(error: unknown, address: Address): string | undefined {
  if (!(error instanceof Error)) return undefined
  const fault = error instanceof DatabaseUnavailableError && error.cause instanceof Error ? error.cause : error
  const code = 'code' in fault ? String(fault.code) : ''
  const place = address.hosts.map(({ host, port }) => `${host}:${port}`).join(', ')
  if (error.name === 'MigrationError') return `leads to a database that does not fit: ${error.message}`
  if (code.startsWith('28')) return `is refused: ${address.user} may not sign in at ${place} with this password`
  if (code === '3D000') return `names the database ${address.database}, which does not exist: create it with createdb`
  if (code === '42501')
    return `leads to a database in which ${address.user} may not create tables: make that user its owner`
  if (/^(?:[A-Z_]*CERT[A-Z_]*|SELF_SIGNED.*|UNABLE_TO_.*|ERR_TLS_.*)$/.test(code))
    return `leads to a server whose certificate is not trusted (${code}): name its authority with sslrootcert=<file>`
  if (fault.message.includes('does not support SSL'))
    return `leads to a server without encryption: turn on ssl there, and never send accounts to another machine without it`
  if (code === '25006' || fault.message.includes('is a standby'))
    return address.hosts.length === 1
      ? `leads to ${place}, which is a standby: name the primary, or all servers, like db1:5432,db2:5432`
      : `names no primary: each of ${place} is a standby`
  if (error instanceof DatabaseUnavailableError)
    return `leads to ${place}, where no database answers (${code}): start it, or correct the address`
  return undefined
}
