import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Database } from '#db/engine/database.ts'
import * as instance from '#db/instance.ts'
import { risingId } from '#db/engine/ids.ts'
import { holdLock } from '#db/engine/sqlite/lock.ts'
import { readMarks } from '#db/engine/sqlite/marks.ts'
import { migrate, pendingMigrations } from '#db/engine/sqlite/migrate.ts'
import { type Sources, openSqlite } from '#db/engine/sqlite/sqlite.ts'
import { openPostgres } from '#db/engine/postgres/postgres.ts'
import { makePrivateFile } from '#db/engine/sqlite/connection.ts'
import { isLoopback } from '#server/config/loopback.ts'
import { type Config, ConfigError, type DatabaseConfig } from '#server/config/config.ts'
import { preparePostgres, refuseOlderPostgres } from '#server/boot-postgres.ts'
import { makeDataDir, narrowDataDir, usingDataDir } from '#server/data-dir.ts'
import { movedFault } from '#server/moved.ts'
import { refuseChangedRelyingParty, secretsOf } from '#server/kept-files.ts'
import { deriveKeys } from '#server/crypto/keys.ts'
import { mailboxTransport } from '#server/mail/transports/mailbox.ts'
import { letterOf } from '#server/mail/outbox/letter-of.ts'
import { renderLetter } from '#server/mail/render.ts'
import { resendTransport } from '#server/mail/transports/resend.ts'
import { smtpTransport } from '#server/mail/transports/smtp.ts'
import type { MailTransport } from '#server/mail-transport.ts'
import { HASH_COST, type HashCost } from '#server/crypto/argon2.ts'
import type { Log, World } from '#server/world.ts'

const MIGRATIONS = join(import.meta.dirname, '../migrations/sqlite')

/** The version of the package, which the pages of administration show. */
const VERSION = versionIn(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8'))

type Boot = { log?: Log; now?: () => number; hashCost?: HashCost; clock?: Clock }

/** By how much the clock was turned in testing mode, in milliseconds. */
type Clock = { turned: number }

/**
 * Creates the world of the server, on the database of the configuration: PostgreSQL, or SQLite in the data directory.
 * Refuses with a `ConfigError` what the operator can mend.
 */
export async function bootServer(config: Config, options: Boot = {}): Promise<World> {
  return config.database ? bootOnPostgres(config, config.database, options) : bootAlone(config, options)
}

/**
 * Creates the world of a command that runs beside the server. Refuses a database that this version would have to
 * migrate: an older server may be running on it.
 */
export async function bootCommand(config: Config, options: Boot = {}): Promise<World> {
  if (!config.database) return bootBeside(config, options)
  await refuseOlderPostgres(config.database)
  return bootOnPostgres(config, config.database, options)
}

async function bootOnPostgres(config: Config, database: DatabaseConfig, options: Boot): Promise<World> {
  const [newest, ...older] = config.secrets
  if (newest === undefined) throw new ConfigError(['SECRET is missing: with DATABASE_URL no instance creates one'])
  const secrets: [string, ...string[]] = [newest, ...older]
  await preparePostgres(config, database, { keys: deriveKeys(secrets), now: Date.now })
  const open = (sources: Sources) => openPostgres(database.address, database, sources)
  const clock = { turned: 0 }
  const world = createWorld({ ...config, secrets }, open, { ...options, clock })
  const { hosts, ssl } = database.address
  if (!ssl && hosts.some(({ host }) => host !== 'localhost' && !isLoopback(host)))
    world.log('warn', 'The way to PostgreSQL is not encrypted: it must be a private network')
  return config.testing ? sharingClock(world, clock) : world
}

/** Keeps the turned clock of testing mode in the database, so that it is turned for every instance. */
function sharingClock(world: World, clock: Clock): World {
  return {
    ...world,
    async advanceClock(ms) {
      clock.turned = await world.db.transaction((tx) => instance.turnClock(tx, ms))
    },
    async refreshClock() {
      clock.turned = await world.db.read(instance.findTurned)
    },
  }
}

/**
 * Creates a world that has its data directory for itself: a second process is refused before it migrates anything.
 * Closing the database gives the directory back.
 */
function bootAlone(config: Config, options: Boot): World {
  const release = usingDataDir(config.dataDir, () => {
    makeDataDir(config.dataDir)
    return holdLock(join(config.dataDir, 'lock'))
  })
  if (!release)
    throw new ConfigError([
      `DATA_DIR ${resolve(config.dataDir)} is used by another Latchkey: stop that one, or choose another directory`,
    ])
  try {
    const world = bootWorld(config, options)
    const close = async () => {
      await world.db.close()
      release()
    }
    return { ...world, db: { ...world.db, close } }
  } catch (error) {
    release()
    throw error
  }
}

function bootBeside(config: Config, options: Boot): World {
  const file = join(config.dataDir, 'latchkey.sqlite')
  if (!existsSync(file)) throw new ConfigError([`DATA_DIR ${resolve(config.dataDir)} has no database`])
  const [first] = usingDataDir(config.dataDir, () => pendingMigrations(file, MIGRATIONS))
  if (first !== undefined)
    throw new ConfigError([
      `DATA_DIR ${resolve(config.dataDir)} has the database of an older version, without ${first}: run this command with that version, or start this version first`,
    ])
  return bootWorld(config, options)
}

/**
 * Creates the world and migrates the database of the data directory. Refuses a data directory that cannot be used with a
 * `ConfigError`.
 */
export function bootWorld(config: Config, options: Boot = {}): World {
  const { log = jsonLog } = options
  const file = join(config.dataDir, 'latchkey.sqlite')
  return usingDataDir(config.dataDir, () => {
    makeDataDir(config.dataDir)
    narrowDataDir(config.dataDir, log)
    const secrets = secretsOf(config, randomBytes)
    refuseChangedRelyingParty(config)
    makePrivateFile(file)
    refuseMoved(file, config)
    migrate(file, MIGRATIONS)
    return createWorld({ ...config, secrets }, (sources) => openSqlite(file, sources), options)
  })
}

function refuseMoved(file: string, { dataDir }: Config): void {
  const { instance: marks } = readMarks(file)
  const fault = movedFault(`DATA_DIR ${resolve(dataDir)}`, {
    moved: marks.get('moved'),
    arriving: marks.get('arriving'),
  })
  if (fault !== undefined) throw new ConfigError([fault])
}

/**
 * Creates the world with the database that `open` returns. Only this code gives use-cases the system's clock and random
 * source.
 */
export function createWorld(
  config: Config & { secrets: [string, ...string[]] },
  open: (sources: Sources) => Database,
  { log = jsonLog, now = Date.now, hashCost = HASH_COST, clock = { turned: 0 } }: Boot = {},
): World {
  const time = () => now() + clock.turned
  const keys = deriveKeys(config.secrets)
  return {
    config,
    log,
    db: open({ now: time, newId: (at) => risingId(at, randomBytes(11)) }),
    keys,
    hashCost,
    transport: transportOf(config, log, keys),
    now: time,
    random: randomBytes,
    seen: new Map(),
    version: VERSION,
    advanceClock: config.testing ? async (ms) => void (clock.turned += ms) : undefined,
  }
}

/** Letters go through Resend or a mail server, or stay in the embedded mailbox. */
export function transportOf(config: Config, log: Log, keys: World['keys']): MailTransport {
  const { resend, smtp, from } = config.mail
  if (resend) return resendTransport({ ...resend, from })
  if (smtp) return smtpTransport({ ...smtp, from })
  return mailboxTransport(log, (row) => renderLetter({ config, keys }, letterOf(row)))
}

/** Returns the version that a package.json names. */
function versionIn(text: string): string {
  // It is our own file.
  return (JSON.parse(text) as { version: string }).version
}

const jsonLog: Log = (level, message, facts = {}) => {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, message, ...facts })}\n`)
}
