import { existsSync, realpathSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { holdLock } from '#db/engine/sqlite/lock.ts'
import { putInPlace, removeDraft } from '#db/engine/sqlite/restore.ts'
import type { Config } from '#server/config/config.ts'
import { makeDataDir, narrowDataDir, usingDataDir } from '#server/data-dir.ts'
import { refuseChangedRelyingParty } from '#server/kept-files.ts'
import type { Log } from '#server/world.ts'
import { Refusal } from '#cli/command.ts'
import { rpIdIn } from '#cli/move/instance.ts'
import { type Prepared, prepare } from '#cli/restore/prepare.ts'

/** What a restore did. `aside` is where the database before it is. */
export type Restored = Prepared & { file: string; bytes: number; aside: string | undefined; rpId: string }

type Wish = { backup: string; replace: boolean; log: Log }

/**
 * Puts a backup in the place of the database of the data directory, which it has for itself meanwhile. Refuses while a
 * server runs there, a database that is there unless it is to be replaced, and a backup that is damaged, newer than this
 * version, or of another RP ID. Nothing is changed then.
 */
export async function restoreBackup(config: Config, wish: Wish): Promise<Restored> {
  const { dataDir } = config
  const place = `DATA_DIR ${resolve(dataDir)}`
  const file = join(resolve(dataDir), 'latchkey.sqlite')
  refuseFile(wish.backup, file)
  const release = usingDataDir(dataDir, () => {
    makeDataDir(dataDir)
    return holdLock(join(dataDir, 'lock'))
  })
  if (!release) throw new Refusal(`${place} is used by a server that runs: stop it first.`)
  try {
    const isThere = existsSync(file)
    if (isThere && !wish.replace)
      throw new Refusal(`${place} has a database: say --replace to replace it. The old one is kept then.`)
    narrowDataDir(dataDir, wish.log)
    return await prepareAndPut(config, wish, { file, aside: isThere ? asideOf(file) : undefined })
  } finally {
    release()
  }
}

function refuseFile(backup: string, file: string): void {
  if (!existsSync(backup)) throw new Refusal(`${backup} does not exist.`)
  if (!statSync(backup).isFile()) throw new Refusal(`${backup} is no file.`)
  if (statSync(backup).size === 0) throw new Refusal(`${backup} is empty: it is no backup.`)
  if (existsSync(file) && realpathSync(backup) === realpathSync(file))
    throw new Refusal(`${backup} is the database itself: name a backup of it.`)
}

/** A free name with the time of now. */
function asideOf(file: string): string {
  const time = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/g, '')
  for (let count = 1; ; count += 1) {
    const name = `${file}.replaced-${time}Z${count === 1 ? '' : `-${count}`}`
    if (!existsSync(name)) return name
  }
}

async function prepareAndPut(
  config: Config,
  { backup, log }: Wish,
  { file, aside }: { file: string; aside: string | undefined },
): Promise<Restored> {
  const hasRpId = rpIdIn(config.dataDir) !== undefined
  if (hasRpId) refuseChangedRelyingParty(config)
  const draft = `${file}.restoring`
  try {
    const prepared = await prepare(config, { backup, file, log })
    usingDataDir(config.dataDir, () => putInPlace(draft, file, aside))
    refuseChangedRelyingParty(config)
    return {
      file,
      bytes: statSync(file).size,
      aside,
      rpId: config.rp.id,
      ...prepared,
      knowsRpId: hasRpId || prepared.knowsRpId,
    }
  } catch (error) {
    removeDraft(draft)
    throw error
  }
}
