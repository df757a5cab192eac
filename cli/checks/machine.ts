import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isOurs } from '#server/data-dir.ts'
import { type About, type Check, fail, ok, warn } from '#cli/checks/check.ts'

const SECOND_MS = 1_000
/** Authenticator apps and ceremonies forgive less than this. */
const MOST_OFF_MS = 30 * SECOND_MS
const SOME_OFF_MS = 5 * SECOND_MS
const MEGABYTE = 1_000_000
const LEAST_FREE = 100 * MEGABYTE
const FEW_FREE = 1_000 * MEGABYTE

/** Whether this clock agrees with the clock of ORIGIN and of the file system. */
export const clock: Check = {
  name: 'clock',
  async run(about) {
    const others = [await offAtOrigin(about), offOnDisk(about)].filter((other) => other !== undefined)
    const [worst] = others.toSorted((a, b) => Math.abs(b.ms) - Math.abs(a.ms))
    if (!worst) return ok('There is no other clock to compare with.')
    const seconds = Math.round(Math.abs(worst.ms) / SECOND_MS)
    if (Math.abs(worst.ms) < SOME_OFF_MS)
      return ok(`The clock agrees with that of ${others.map(({ of }) => of).join(' and ')}.`)
    const sentence = `The clock differs by ${seconds} s from that of ${worst.of}: set it by NTP, or authenticator apps are refused.`
    return Math.abs(worst.ms) < MOST_OFF_MS ? warn(sentence) : fail(sentence)
  },
}

type Off = { of: string; ms: number }

/** The header has whole seconds, which have passed on the way. */
async function offAtOrigin({ health }: About): Promise<Off | undefined> {
  const answer = await health.catch(() => undefined)
  const date = Date.parse(answer?.headers.date ?? '')
  return answer === undefined || Number.isNaN(date) ? undefined : { of: 'ORIGIN', ms: date - answer.at }
}

function offOnDisk({ config, now }: About): Off | undefined {
  try {
    const folder = mkdtempSync(join(config.dataDir, 'clock-'))
    const ms = statSync(folder).mtimeMs - now()
    rmSync(folder, { recursive: true })
    return { of: 'the file system', ms }
  } catch {
    // Another check says that the directory cannot be written.
    return undefined
  }
}

/** Whether DATA_DIR has space for the database, its log, and a copy. */
export const disk: Check = {
  name: 'disk',
  async run({ config: { dataDir, database } }) {
    if (!existsSync(dataDir))
      return database ? ok('DATA_DIR is not used.') : fail(`DATA_DIR ${resolve(dataDir)} is missing.`)
    const { bavail, bsize } = statfsSync(dataDir)
    const free = bavail * bsize
    const needed = 2 * sizeOf(join(dataDir, 'latchkey.sqlite'))
    const sentence = `${Math.floor(free / MEGABYTE).toLocaleString('en')} MB are free in DATA_DIR`
    if (free < LEAST_FREE) return fail(`${sentence}: free some, or writes are refused soon.`)
    if (free < Math.max(FEW_FREE, needed)) return warn(`${sentence}: that is not much for the database and a restore.`)
    return ok(`${sentence}.`)
  },
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/** Whether only this user can read DATA_DIR and its files. */
export const files: Check = {
  name: 'files',
  async run({ config: { dataDir } }) {
    if (process.platform === 'win32') return ok('Windows has other rights.')
    if (!existsSync(dataDir)) return ok('There is no DATA_DIR.')
    const open = ['.', ...readdirSync(dataDir).filter(isOurs)].filter((name) => isOpen(join(dataDir, name)))
    if (open.length === 0) return ok('Only this user can read DATA_DIR and its files.')
    return fail(
      `Other users may read ${open.slice(0, 3).join(', ')} in ${resolve(dataDir)}: run \`chmod 700\` on the directory and \`chmod 600\` on its files.`,
    )
  },
}

function isOpen(path: string): boolean {
  // A file beside the database may be gone again.
  return ((statSync(path, { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0
}
