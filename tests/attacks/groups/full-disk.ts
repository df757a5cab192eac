import { spawnSync } from 'node:child_process'
import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import BetterSqlite from 'better-sqlite3'
import { browse, signUpAt } from '#tests/process/people.ts'
import { live, newLedger, whatIsLost } from '../load.ts'
import { chance, type Scale } from '../scale.ts'
import { type Target, withServer } from '../server.ts'
import { blame, expectThat, newTally, type Tally } from '../tally.ts'

/** A way to take disk space from a running server, and to give it back. */
type Disk = {
  name: string
  wrap: (command: string[], dataDir: string) => string[]
  fill: (target: Target) => void
  free: (target: Target) => void
}

const CHUNK = Buffer.alloc(64 * 1_024, 1)
const LARGEST_FILE = 64 * 1_024
const REFUSALS = 30
const MOST_WRITES = 3_000

/** A disk of a few megabytes in a name space of its own, where this system lets us mount one. */
const SMALL_DISK: Disk = {
  name: 'a disk of 12 MB',
  wrap: (command, dataDir) => [
    'unshare',
    '--mount',
    '--map-root-user',
    'sh',
    '-c',
    `mount -t tmpfs -o size=12m tmpfs "${dataDir}" && exec "$@"`,
    'sh',
    ...command,
  ],
  fill(target) {
    const file = openSync(seenFromOutside(target, 'filler'), 'w')
    try {
      for (;;) writeSync(file, CHUNK)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error
    } finally {
      closeSync(file)
    }
  },
  free: (target) => rmSync(seenFromOutside(target, 'filler')),
}

/** No file may grow beyond a few pages of an empty log: the system's own limit, set on the running process. */
const NO_GROWTH: Disk = {
  name: 'a limit on the size of files',
  wrap: (command) => command,
  fill(target) {
    emptyLog(join(target.dataDir, 'latchkey.sqlite'))
    limitFiles(target, String(LARGEST_FILE))
  },
  free: (target) => limitFiles(target, 'unlimited'),
}

/** A disk fills up under load: writes are refused, reads answer, and every acknowledged write is stored. */
export async function fillTheDisk({ full, seed }: Scale): Promise<Tally> {
  const tally = newTally('disk full')
  const disks = [SMALL_DISK, NO_GROWTH].filter(isPossible)
  if (disks.length === 0) tally.notJudged = 'this system lets nobody mount a disk or limit files'
  for (const disk of disks)
    await withServer((target) => attack(target, disk, tally, { full, seed }), { wrap: disk.wrap })
  if (disks.length > 0) tally.notes.push(`by ${disks.map(({ name }) => name).join(', and by ')}`)
  return tally
}

async function attack(target: Target, disk: Disk, tally: Tally, { full, seed }: Scale): Promise<void> {
  const ledger = newLedger()
  const owner = await signUpAt(target, 'owner@example.org')
  await work(target, ledger, full ? 1_500 : 500, chance(seed))
  expectThat(
    tally,
    ledger.refused.length === 0 && ledger.answered > 0,
    `${disk.name}: honest work was refused before: ${ledger.refused[0]}`,
  )

  disk.fill(target)
  let refused = 0
  // The log restarts from its beginning until the database has no room for its pages, after some hundred writes.
  for (let index = 0; refused < REFUSALS && index < MOST_WRITES; index += 1) {
    const name = `Full ${index}`
    const { status, body, headers } = await owner.client.patch('/api/account', { name })
    // Writes that still fit are stored.
    ledger.names.set(
      owner.email,
      status === 200 ? { answered: name } : (ledger.names.get(owner.email) ?? { answered: '' }),
    )
    tally.cases += 1
    if (status === 200) {
      tally.accepted += 1
      continue
    }
    tally.refused += 1
    refused += 1
    if (status !== 503 || body.code !== 'unavailable' || headers.get('retry-after') === null)
      blame(tally, 'faults', `${disk.name}: a write is answered with ${status} ${body.code}`)
  }
  expectThat(
    tally,
    refused === REFUSALS,
    `${disk.name}: only ${refused} of ${MOST_WRITES} writes found no room, so nothing is proven`,
  )
  const { user } = (await owner.client.get('/api/session')).body as { user?: { name: string } }
  expectThat(
    tally,
    user?.name === ledger.names.get(owner.email)?.answered,
    `${disk.name}: somebody is called ${user?.name} after a rename that was refused`,
    'changed',
  )
  for (const path of ['/api/health', '/sign-in'])
    expectThat(tally, (await fetch(target.origin + path)).status === 200, `${disk.name}: ${path} does not answer`)
  expectThat(tally, (await owner.client.get('/api/passkeys')).status === 200, `${disk.name}: a read is refused`)
  expectThat(
    tally,
    (await browse(target).post('/api/sign-in/options')).status === 200,
    `${disk.name}: a sign-in cannot begin`,
  )

  disk.free(target)
  // A refused write can be repeated and then succeeds.
  await pause(200)
  expectThat(
    tally,
    (await owner.client.patch('/api/account', { name: 'Room' })).status === 200,
    `${disk.name}: writes are refused though there is room`,
  )
  ledger.names.set(owner.email, { answered: 'Room' })
  ledger.people.push(owner)
  await work(target, ledger, 500, chance(seed + 1))
  for (const lost of await whatIsLost(target, ledger)) blame(tally, 'lost', `${disk.name}: ${lost}`)
  tally.cases += ledger.answered
  tally.accepted += ledger.answered
}

/** Honest work of several people for a while. */
async function work(
  target: Target,
  ledger: ReturnType<typeof newLedger>,
  ms: number,
  draw: () => number,
): Promise<void> {
  let over = false
  const lives = Array.from({ length: 3 }, () => live(target, ledger, () => over, draw))
  await pause(ms)
  over = true
  await Promise.all(lives)
}

function isPossible(disk: Disk): boolean {
  if (disk === SMALL_DISK)
    return (
      spawnSync('unshare', ['--mount', '--map-root-user', 'sh', '-c', 'mount -t tmpfs -o size=1m tmpfs /tmp'], {
        stdio: 'ignore',
      }).status === 0
    )
  return spawnSync('prlimit', ['--version'], { stdio: 'ignore' }).status === 0
}

/** Waits for a moment without reads and writes. */
function emptyLog(file: string): void {
  const database = new BetterSqlite(file)
  for (let tries = 0; database.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) !== 0; tries += 1) {
    if (tries > 100) throw new Error('The log could not be emptied.')
  }
  database.close()
}

function limitFiles({ running }: Target, most: string): void {
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(running.child.pid), `--fsize=${most}:`], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The limit could not be set: ${stderr}`)
}

/** A file in the server's folder, even if its disk is mounted where only the server sees it. */
function seenFromOutside({ running, dataDir }: Target, name: string): string {
  return join(`/proc/${running.child.pid}/root`, dataDir, name)
}
