import { chmodSync, existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Config, ConfigError } from '#server/config/config.ts'
import type { World } from '#server/world.ts'

/**
 * Returns the configured secrets, newest first. Without any, which the configuration allows on localhost only, it
 * creates one and stores it in the data directory. Refuses a stored secret that is too short.
 */
export function secretsOf(
  { secrets: [newest, ...older], dataDir }: Pick<Config, 'secrets' | 'dataDir'>,
  random: World['random'],
): [string, ...string[]] {
  if (newest) return [newest, ...older]

  const file = join(dataDir, 'secret')
  if (!existsSync(file)) writeNew(file, random(32).toString('base64url'))
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
export function refuseChangedRelyingParty({ rp, dataDir }: { rp: Pick<Config['rp'], 'id'>; dataDir: string }): void {
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
