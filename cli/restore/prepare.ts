import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { DamagedCopyError } from '#db/engine/sqlite/backup.ts'
import { readMarks } from '#db/engine/sqlite/marks.ts'
import { migrate } from '#db/engine/sqlite/migrate.ts'
import { copyBackup } from '#db/engine/sqlite/restore.ts'
import { openSqlite } from '#db/engine/sqlite/sqlite.ts'
import { createWorld } from '#server/boot.ts'
import type { Config } from '#server/config/config.ts'
import { secretsOf } from '#server/kept-files.ts'
import { movedFault } from '#server/moved.ts'
import { cancelRecoveriesAsOperator } from '#server/recoveries/cancel-live.ts'
import { endSessionsAsOperator } from '#server/sessions/end.ts'
import type { Log } from '#server/world.ts'
import { Refusal } from '#cli/command.ts'
import { dependentsOf } from '#server/admin/dependents.ts'
import { sumOf } from '#cli/keys.ts'
import { SQLITE_MIGRATIONS } from '#cli/move/ends.ts'

/**
 * What was done to the copy of a backup. `fits` says whether the secrets are those of the backup, and `knowsRpId` whether it
 * names its RP ID.
 */
export type Prepared = {
  migrated: number
  ended: number
  /** How many people had a recovery under way, which was cancelled. */
  cancelled: number
  fits: 'yes' | 'no' | 'in part' | 'nothing depends on it'
  knowsRpId: boolean
}

type Places = { backup: string; file: string; log: Log }

/**
 * Copies a backup beside the database, checks the copy, migrates it, and ends its sessions and recoveries. Refuses one that is damaged, of a
 * newer version, of another RP ID, or was moved to another engine.
 */
export async function prepare(config: Config, { backup, file, log }: Places): Promise<Prepared> {
  const draft = await copyBackup(backup, file).catch((error: unknown) => explain(error, backup))
  const knowsRpId = refuseOther(draft, backup, config.rp.id)
  const migrated = migrateCopy(draft, backup)
  return { knowsRpId, migrated, ...(await endAll(draft, config, log)) }
}

function explain(error: unknown, backup: string): never {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof DamagedCopyError) throw new Refusal(`${backup} cannot be used. ${error.message}.`)
  if (code === 'SQLITE_NOTADB') throw new Refusal(`${backup} is no database.`)
  if (code.startsWith('SQLITE_CORRUPT')) throw new Refusal(`${backup} is damaged: use another backup.`)
  if (code === 'EACCES') throw new Refusal(`${backup} cannot be read by this user.`)
  if (code === 'ENOSPC') throw new Refusal('DATA_DIR has no space for a copy of the backup: free some.')
  throw error
}

/** Returns whether the backup names its RP ID. Refuses another one than that of the configuration. */
function refuseOther(draft: string, backup: string, rpId: string): boolean {
  const { instance: marks } = readMarks(draft)
  const fault = movedFault(backup, { moved: marks.get('moved'), arriving: marks.get('arriving') })
  if (fault !== undefined) throw new Refusal(`${fault}.`)
  const named = marks.get('rp_id')
  if (named !== undefined && named !== rpId)
    throw new Refusal(`${backup} belongs to the RP ID ${named}, and RP_ID is ${rpId}: no passkey would work.`)
  return named !== undefined
}

function migrateCopy(draft: string, backup: string): number {
  if (!readMarks(draft).isOurs) throw new Refusal(`${backup} is no database of Latchkey.`)
  try {
    return migrate(draft, SQLITE_MIGRATIONS).length
  } catch (error) {
    if (error instanceof Error && error.name === 'MigrationError')
      throw new Refusal(`${backup} does not fit this version. ${error.message}`)
    throw error
  }
}

async function endAll(
  draft: string,
  config: Config,
  log: Log,
): Promise<Pick<Prepared, 'ended' | 'cancelled' | 'fits'>> {
  const world = createWorld({ ...config, secrets: secretsFor(config) }, (sources) => openSqlite(draft, sources), {
    log,
  })
  try {
    const { ring, unknown } = await world.db.read((reader) => dependentsOf(reader, world.keys))
    const [known, strange] = [ring.some((rows) => sumOf(rows) > 0), sumOf(unknown) > 0]
    const fits = strange ? (known ? 'in part' : 'no') : known ? 'yes' : 'nothing depends on it'
    const { ended } = await endSessionsAsOperator(world, {})
    // Its owner may have cancelled it after the backup, and its wait may be over by now.
    const { cancelled } = await cancelRecoveriesAsOperator(world)
    return { ended, cancelled, fits }
  } finally {
    await world.db.close()
  }
}

/** A new directory has no secret yet, and a restore makes none: the one of the backup belongs there. */
function secretsFor(config: Config): [string, ...string[]] {
  const has = config.secrets.length > 0 || existsSync(join(config.dataDir, 'secret'))
  return has ? secretsOf(config, randomBytes) : [randomBytes(32).toString('base64url')]
}
