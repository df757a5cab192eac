import { randomBytes } from 'node:crypto'
import { chmodSync, cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Account, give } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import type { Keeper } from './keep.ts'

/** The superuser of every cluster. */
export const USER = 'latchkey'

/** What PostgreSQL’s own rules for text sort by, the same on every machine: bytes. */
const DEFAULT_LOCALE = 'C.UTF-8'

/** Data of PostgreSQL that no server has ever opened, to be copied, with the superuser’s password and the programs that made it. */
export type Cluster = { data: string; password: string; binaries: Binaries }

/**
 * Makes a cluster in the keeper’s folder, which is the account’s. `locale` is `C.UTF-8`, or a language of ICU such as `en-US`,
 * whose texts sort otherwise. Passwords are asked for everywhere, by SCRAM. Throws what `initdb` printed if it fails.
 */
export async function makeCluster(keeper: Keeper, account: Account, locale = DEFAULT_LOCALE): Promise<Cluster> {
  const { folder } = keeper
  const binaries = findBinaries(account, folder)
  const [data, passwordFile] = [join(folder, 'pristine'), join(folder, 'password')]
  const password = randomBytes(16).toString('hex')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  give(passwordFile, account)
  const { ended } = await keeper.start({
    ...account,
    program: join(binaries.bin, 'initdb'),
    args: [
      `--pgdata=${data}`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--no-sync',
      ...localeOptions(locale, binaries.version),
    ],
  })
  if ((await ended) !== 0) throw new Error(`initdb failed:\n${keeper.said()}`)
  rmSync(passwordFile)
  return { data, password, binaries }
}

/** Copies a cluster’s data to a new folder `data`, which is the account’s. */
export function copyCluster(cluster: Cluster, data: string, account: Account): void {
  cpSync(cluster.data, data, { recursive: true })
  // PostgreSQL refuses data that others may read.
  chmodSync(data, 0o700)
  give(data, account)
  for (const entry of readdirSync(data, { recursive: true, withFileTypes: true }))
    give(join(entry.parentPath, entry.name), account)
}

/** The provider of PostgreSQL 17 and newer needs nothing of the machine; older ones use the machine’s own locale. */
function localeOptions(locale: string, version: number): string[] {
  if (locale !== DEFAULT_LOCALE) return ['--locale=C', '--locale-provider=icu', `--icu-locale=${locale}`]
  if (version < 17) return [`--locale=${locale}`]
  return ['--locale=C', '--locale-provider=builtin', `--builtin-locale=${locale}`]
}
