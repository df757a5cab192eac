import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { risingId } from '#db/engine/ids.ts'
import { holdLock } from '#db/engine/sqlite/lock.ts'
import { migrate, pendingMigrations } from '#db/engine/sqlite/migrate.ts'
import { openSqlite } from '#db/engine/sqlite/sqlite.ts'
import { makePrivateFile } from '#db/engine/sqlite/connection.ts'
import { type Config, ConfigError } from '#server/config/config.ts'
import { makeDataDir, narrowDataDir, usingDataDir } from '#server/data-dir.ts'
import { deriveKeys } from '#server/crypto/keys.ts'
import { mailboxTransport } from '#server/mail/transports/mailbox.ts'
import { letterOf } from '#server/mail/outbox/letter-of.ts'
import { renderLetter } from '#server/mail/render.ts'
import { resendTransport } from '#server/mail/transports/resend.ts'
import { HASH_COST, type HashCost } from '#server/crypto/argon2.ts'
import type { Log, World } from '#server/world.ts'

const MIGRATIONS = join(import.meta.dirname, '../migrations/sqlite')

type Boot = { log?: Log; now?: () => number; hashCost?: HashCost }

/**
 * Creates the world of the server, which has its data directory for itself: a second process is refused with a
 * `ConfigError` before it migrates anything. Closing the database gives the directory back.
 */
export function bootServer(config: Config, options: Boot = {}): World {
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

/**
 * Creates the world of a command that runs beside the server. Refuses a directory without a database, and a database
 * that this version would have to migrate: an older server may be running on it.
 */
export function bootCommand(config: Config, options: Boot = {}): World {
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
 * Creates the world and migrates the database. Only this code gives use-cases the system's clock and random source.
 * Refuses a data directory that cannot be used with a `ConfigError`.
 */
export function bootWorld(config: Config, { log = jsonLog, now = Date.now, hashCost = HASH_COST }: Boot = {}): World {
  let turned = 0
  const clock = () => now() + turned

  const file = join(config.dataDir, 'latchkey.sqlite')
  const { secrets, db } = usingDataDir(config.dataDir, () => {
    makeDataDir(config.dataDir)
    narrowDataDir(config.dataDir, log)
    const secrets = secretsOf(config)
    refuseChangedRelyingParty(config)
    makePrivateFile(file)
    migrate(file, MIGRATIONS)
    return { secrets, db: openSqlite(file, { now: clock, newId: (at) => risingId(at, randomBytes(11)) }) }
  })

  const keys = deriveKeys(secrets)
  return {
    config,
    log,
    db,
    keys,
    hashCost,
    transport: config.mail.resend
      ? resendTransport({ ...config.mail.resend, from: config.mail.from })
      : mailboxTransport(log, (row) => renderLetter({ config, keys }, letterOf(row))),
    now: clock,
    random: randomBytes,
    seen: new Map(),
    advanceClock: config.testing ? (ms) => void (turned += ms) : undefined,
  }
}

/**
 * Returns the configured secrets, newest first. Without any, which the configuration allows on localhost only, it
 * creates one and stores it in the data directory. Refuses a stored secret that is too short.
 */
function secretsOf({ secrets: [newest, ...older], dataDir }: Config): [string, ...string[]] {
  if (newest) return [newest, ...older]

  const file = join(dataDir, 'secret')
  if (!existsSync(file)) writeNew(file, randomBytes(32).toString('base64url'))
  chmodSync(file, 0o600)
  const kept = readFileSync(file, 'utf8').trim()
  if (kept.length < 43)
    throw new ConfigError([`${file} is incomplete: restore it from a backup, or delete it, which signs everybody out`])
  return [kept]
}

/**
 * Refuses an RP ID that differs from the first one. Every passkey belongs to one RP ID, so a change would make all of
 * them useless. The first RP ID is stored beside the database.
 */
function refuseChangedRelyingParty({ rp, dataDir }: Config): void {
  const file = join(dataDir, 'rp-id')
  if (!existsSync(file)) writeNew(file, rp.id)
  const first = readFileSync(file, 'utf8').trim()
  if (first !== rp.id) {
    throw new ConfigError([
      `RP_ID ${rp.id} differs from ${first}. Every passkey in ${dataDir} belongs to ${first} and would stop working`,
    ])
  }
}

/** Writes a file in one step, so that no reader sees half of it. Keeps the file of another process that was faster. */
function writeNew(file: string, text: string): void {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, text, { mode: 0o600, flush: true })
  try {
    linkSync(draft, file)
  } catch (error) {
    if (!existsSync(file)) throw error
  } finally {
    rmSync(draft)
  }
}

const jsonLog: Log = (level, message, facts = {}) => {
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), level, message, ...facts })}\n`)
}
