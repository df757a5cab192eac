import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Account } from './account.ts'
import { copyPackage, linkLibraries, packagedFolder } from './packaged.ts'

const READ_ONLY = new Set(['EACCES', 'EPERM', 'EROFS'])
const DEBIAN = '/usr/lib/postgresql'

/** PostgreSQL’s programs: the folder that holds `initdb` and `postgres`, and the major version. */
export type Binaries = { bin: string; version: number }

/**
 * Finds a PostgreSQL that runs as the account: the one of npm, else one of the machine. If the account cannot run
 * npm’s, it is copied to a new folder `native` in `folder`, which the account can enter. Throws if there is none.
 */
export function findBinaries(account: Account, folder: string): Binaries {
  const found = packagedBinaries(packagedFolder(), account, folder) ?? machineBinaries(account)
  if (found) return found
  throw new Error(
    `There is no PostgreSQL that runs here: run \`npm ci\` without --omit=optional, or install PostgreSQL (on Debian, ` +
      `\`apt-get install postgresql\`) so that \`pg_config\`, ${DEBIAN} or PATH leads to its initdb and postgres.`,
  )
}

/** The programs in npm’s folder `native`, or a copy of them. Undefined if neither runs as the account. */
export function packagedBinaries(native: string | undefined, account: Account, folder: string): Binaries | undefined {
  if (native === undefined) return undefined
  return linkedBinaries(native, account) ?? copiedBinaries(native, account, join(folder, 'native'))
}

/** The programs of a PostgreSQL that is installed on the machine. Undefined if none runs as the account. */
export function machineBinaries(account: Account): Binaries | undefined {
  for (const bin of machineFolders()) {
    const binaries = tryBinaries(bin, account)
    if (binaries) return binaries
  }
  return undefined
}

function linkedBinaries(native: string, account: Account): Binaries | undefined {
  try {
    linkLibraries(native)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && READ_ONLY.has(String(error.code)))) throw error
    return undefined
  }
  return tryBinaries(join(native, 'bin'), account)
}

function copiedBinaries(native: string, account: Account, place: string): Binaries | undefined {
  copyPackage(native, place)
  linkLibraries(place)
  return tryBinaries(join(place, 'bin'), account)
}

/** Where a machine may have PostgreSQL, the newest of Debian’s versions first. */
function machineFolders(): string[] {
  const { stdout } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' })
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).toSorted((a, b) => Number(b) - Number(a)) : []
  const paths = (process.env.PATH ?? '').split(delimiter)
  return [stdout?.trim() ?? '', ...versions.map((version) => join(DEBIAN, version, 'bin')), ...paths].filter(Boolean)
}

/** The programs in this folder if both are there and the account can run them. */
function tryBinaries(bin: string, account: Account): Binaries | undefined {
  const [initdb, postgres] = ['initdb', 'postgres'].map((name) => {
    const { stdout } = spawnSync(join(bin, name), ['--version'], { ...account, cwd: '/', encoding: 'utf8' })
    return Number(stdout?.match(/\(PostgreSQL\) (\d+)/)?.[1])
  })
  return postgres && postgres === initdb ? { bin, version: postgres } : undefined
}
