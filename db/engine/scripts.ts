import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const SCRIPT_NAME = /^\d{4}_[a-z0-9_]+\.sql$/

/** The database and the scripts of this version do not fit together. */
class MigrationError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MigrationError'
  }
}

export type Script = { name: string; sql: string; checksum: string }
/** A script that a database has applied. */
export type Applied = { name: string; checksum: string }

/** Returns the migration scripts of a folder in the order of their names. */
export function readScripts(folder: string): Script[] {
  return readdirSync(folder)
    .filter((name) => SCRIPT_NAME.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    })
}

/**
 * Returns the scripts that were not applied yet. Throws if the database has one that this version does not have, or if a
 * script was changed after it was applied.
 */
export function pendingOf(scripts: Script[], applied: Applied[]): Script[] {
  const known = new Map(scripts.map(({ name, checksum }) => [name, checksum]))
  const newer = applied.filter(({ name }) => !known.has(name)).map(({ name }) => name)
  if (newer.length > 0)
    throw new MigrationError(`This database was written by a newer version: it has ${newer.join(', ')}.`)
  const changed = applied.find(({ name, checksum }) => known.get(name) !== checksum)
  if (changed) throw new MigrationError(`Migration ${changed.name} was changed after it was applied.`)
  const names = new Set(applied.map(({ name }) => name))
  return scripts.filter(({ name }) => !names.has(name))
}
