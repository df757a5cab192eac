import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { ConfigError } from '#server/config/config.ts'
import type { Log } from '#server/world.ts'

const OPEN_TO_OTHERS = 0o077
/** Our own files, and what a formatted disk brings. */
const OURS =
  /^(?:latchkey\.sqlite(?:\.(?:part|restoring|replaced-[\dTZ-]+))?(?:-wal|-shm|-journal)?|lock(?:-journal)?|(?:secret|rp-id|setup-link)(?:\.\d+)?)$/
const OF_THE_DISK = 'lost+found'

/** Returns whether a file of the data directory is one of ours, by its name. */
export function isOurs(name: string): boolean {
  return OURS.test(name)
}

/** Creates the data directory for this user alone, unless it exists. */
export function makeDataDir(dataDir: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
}

/**
 * Takes the rights of other users away from our files, and from the data directory unless it has files of others, and
 * says so in the log. Does nothing on Windows, which has other rights.
 */
export function narrowDataDir(dataDir: string, log: Log, platform = process.platform): void {
  if (platform === 'win32') return
  const names = readdirSync(dataDir)
  const open = names
    .filter(isOurs)
    .map((name) => join(dataDir, name))
    .filter(isOpen)
  for (const file of open) chmodSync(file, 0o600)
  if (open.length > 0) log('warn', 'The files of the data directory were open to other users, and are private now')
  if (!isOpen(dataDir)) return
  const isShared = names.some((name) => !isOurs(name) && name !== OF_THE_DISK)
  if (!isShared && isNarrowed(dataDir))
    log('warn', 'The data directory was open to other users, and is private now', { path: resolve(dataDir) })
  else log('warn', 'The data directory is open to other users: run chmod 700 on it', { path: resolve(dataDir) })
}

function isOpen(path: string): boolean {
  // A file beside the database may be gone again.
  return ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & OPEN_TO_OTHERS) !== 0
}

/** Returns false if the directory belongs to another user, as a volume of a container may. */
function isNarrowed(dataDir: string): boolean {
  try {
    chmodSync(dataDir, 0o700)
    return true
  } catch {
    return false
  }
}

/**
 * Runs what needs the data directory at start. A fault that the operator can mend is a fault of the configuration, whose
 * sentence names the directory and says what to do. Any other fault stays as it is.
 */
export function usingDataDir<T>(dataDir: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const sentence = error instanceof ConfigError ? undefined : sentenceFor(error, resolve(dataDir))
    throw sentence === undefined ? error : new ConfigError([sentence])
  }
}

function sentenceFor(error: unknown, place: string): string | undefined {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error ? String(error.code) : ''
  if (error.name === 'MigrationError') return `DATA_DIR ${place} has a database that does not fit: ${error.message}`
  if (/^(EACCES|EPERM|SQLITE_READONLY.*|SQLITE_CANTOPEN.*|SQLITE_PERM|SQLITE_AUTH)$/.test(code))
    return `DATA_DIR ${place} cannot be used by the user ${user()}: run \`chown -R ${user()} ${place}\` as root, or choose another directory`
  if (/^(ENOTDIR|EEXIST|EISDIR|ELOOP|ENAMETOOLONG|ENOENT)$/.test(code))
    return `DATA_DIR ${place} is no directory and cannot become one: choose another path`
  if (code === 'EROFS')
    return `DATA_DIR ${place} cannot be written, its disk is read-only: mount it for writing, or choose another directory`
  if (/^(ENOSPC|EDQUOT|SQLITE_FULL)$/.test(code)) return `DATA_DIR ${place} has no space left: free some`
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code))
    return `DATA_DIR ${place} has a damaged database: restore a backup, as docs/operations.md describes`
  if (/^(EIO|SQLITE_IOERR.*)$/.test(code))
    return `DATA_DIR ${place} cannot be read or written, its disk fails or cannot lock files: choose a directory on a local disk`
  if (code.startsWith('SQLITE_BUSY'))
    return `DATA_DIR ${place} is locked by another program: close what has its database open, then start again`
  return undefined
}

function user(): string {
  try {
    return userInfo().username
  } catch {
    // The user of a container may have a number only.
    return String(process.getuid?.() ?? 'of this process')
  }
}
