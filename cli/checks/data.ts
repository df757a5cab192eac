import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { readServer } from '#db/engine/postgres/read-server.ts'
import { usingPostgres } from '#server/boot-postgres.ts'
import type { Config, DatabaseConfig } from '#server/config/config.ts'
import { type Check, fail, type Finding, ok, warn } from '#cli/checks/check.ts'
import { rpIdIn } from '#cli/move/instance.ts'
import { pendingOf, reading } from '#cli/checks/reading.ts'
import { dependentsOf } from '#server/admin/dependents.ts'
import { namesOf, sumOf } from '#cli/keys.ts'
import { counted } from '#cli/table.ts'

const CHILD = join(import.meta.dirname, 'quick-check-child.ts')
/** Shorter than the longest time of a check. */
const QUICK_CHECK_MS = 8_000
const LEAST_VERSION = 140_000

/** Whether the database can be read and is sound, and has room for the connections of every instance. */
export const database: Check = {
  name: 'database',
  async run({ config }) {
    if (config.database) return usingPostgres(config.database, () => postgresOf(config, config.database))
    const file = join(config.dataDir, 'latchkey.sqlite')
    if (!existsSync(file)) return fail(`DATA_DIR ${resolve(config.dataDir)} has no database: start the server once.`)
    return quickly(file)
  },
}

async function quickly(file: string): Promise<Finding> {
  const child = spawn(process.execPath, [CHILD, file], { stdio: ['ignore', 'pipe', 'pipe'] })
  const timer = setTimeout(() => child.kill('SIGKILL'), QUICK_CHECK_MS)
  const [found, said] = await Promise.all([text(child.stdout), text(child.stderr)])
  clearTimeout(timer)
  if (found.trim() === 'ok') return ok('The database is sound.')
  if (found === '' && said === '')
    return warn('The database is too large for a quick check: run `pragma quick_check` on a backup of it.')
  const [first = ''] = found.trim().split('\n')
  return fail(
    `The database is damaged${first === '' ? '' : ` (${first})`}: restore a backup with \`latchkey restore\`.`,
  )
}

async function postgresOf({ instances }: Config, settings: DatabaseConfig | undefined): Promise<Finding> {
  if (!settings) throw new Error('There is no PostgreSQL.')
  const { version, shown, most, used } = await readServer(settings.address, settings)
  if (version < LEAST_VERSION) return fail(`PostgreSQL ${shown} is too old: 14 is the least.`)
  const needed = 2 * settings.connections * instances
  const sentence = `PostgreSQL ${shown} answers, with ${used} of ${most} connections in use`
  if (needed > most)
    return warn(
      `${sentence}. ${counted(instances, 'instance')} may open ${needed}: raise max_connections, or lower DATABASE_CONNECTIONS.`,
    )
  return ok(`${sentence}.`)
}

/** Whether the database has the tables of this version. */
export const migrations: Check = {
  name: 'migrations',
  async run({ config: { dataDir, database: settings } }) {
    const file = join(dataDir, 'latchkey.sqlite')
    if (!settings && !existsSync(file)) return warn('There is no database yet: the server makes it at its start.')
    const pending = await pendingOf({ dataDir, database: settings })
    if (pending.length === 0) return ok('The database has the tables of this version.')
    return warn(
      `The database is older than this version by ${counted(pending.length, 'migration')}, from ${pending[0]} on: starting this version applies them.`,
    )
  },
}

/** Whether the RP ID is the one that passkeys belong to. */
export const rpId: Check = {
  name: 'rp-id',
  async run({ config }) {
    const { id } = config.rp
    const kept = config.database ? await reading(config, async (_reader, marks) => marks.rpId) : rpIdIn(config.dataDir)
    if (kept === undefined) return ok(`RP_ID is ${id}, and is stored at the first start.`)
    if (kept !== id) return fail(`RP_ID is ${id}, and the passkeys belong to ${kept}: set RP_ID to ${kept}.`)
    return ok(`The passkeys belong to ${id}, which suits ORIGIN.`)
  },
}

/** Whether the secrets are those that the database depends on. */
export const secrets: Check = {
  name: 'secrets',
  async run({ config }) {
    const found = await reading(config, async (reader, { keys, secret }) => ({
      ...(await dependentsOf(reader, keys)),
      isOther: secret !== undefined && !keys.session.some(({ id }) => id === secret),
    }))
    if (!found) return ok('Nothing depends on SECRET yet.')
    const { ring, unknown, isOther } = found
    const count = counted(ring.length, 'secret')
    if (isOther) return fail('SECRET is not the one of this database: give every instance the same list of secrets.')
    if (sumOf(unknown) > 0)
      return fail(
        `${namesOf(unknown)} depend on a secret that is not in SECRET: put the older one back, behind the newest.`,
      )
    const older = ring.slice(1).reduce((sum, rows) => sum + sumOf(rows), 0)
    if (older > 0)
      return ok(
        `There are ${count}, and ${counted(older, 'row')} still depend on an older one: see \`latchkey keys list\`.`,
      )
    return ok(
      ring.length === 1
        ? 'There is one secret, and it fits the database.'
        : `There are ${count}, and the newest fits the database.`,
    )
  },
}
