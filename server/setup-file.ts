import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { makeDataDir } from '#server/data-dir.ts'
import { makeSetupLink } from '#server/admin/setup/setup-link.ts'
import type { World } from '#server/world.ts'

/**
 * While there is no owner, writes a new link for the first one into a file of the data directory that only this user can
 * read. The log names the file and never the link.
 */
export async function offerSetup(world: World): Promise<void> {
  const { dataDir } = world.config
  const file = join(dataDir, 'setup-link')
  const link = await makeSetupLink(world)
  if (link === undefined) return rmSync(file, { force: true })
  const draft = `${file}.${process.pid}`
  makeDataDir(dataDir)
  writeFileSync(draft, `${link}\n`, { mode: 0o600, flush: true })
  renameSync(draft, file)
  world.log('info', 'Nobody administers this site yet: the link in this file makes its first owner, for an hour', {
    file: resolve(file),
  })
}
