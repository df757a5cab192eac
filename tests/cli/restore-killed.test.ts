import { cpSync, mkdirSync, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { latchkey, makeFolder, start } from '#tests/cli/latchkey.ts'
import { change, FILE, killedWith, peopleIn, withBackup } from '#tests/cli/restore-steps.ts'

const OLD = ['bob@example.com']
const NEW = ['ada@example.com']

/** A moment of a restore, by the names in its directory that have changed until then. */
type Moment = (seen: string[]) => boolean

/** Starts a restore, and kills it at a moment. */
async function killAt(moment: Moment, words: string[], dataDir: string): Promise<void> {
  const { child, ended } = start(['restore', ...words], { DATA_DIR: dataDir })
  const seen: string[] = []
  const watcher = watch(dataDir, (_, name) => {
    seen.push(String(name))
    if (moment(seen)) child.kill('SIGKILL')
  })
  await ended
  watcher.close()
}

const has = (part: string) => (seen: string[]) => seen.some((name) => name.includes(part))
const MOMENTS: Moment[] = [
  has('lock'),
  has('restoring'),
  (seen) => seen.length === 20,
  (seen) => seen.length === 60,
  has('restoring-wal'),
  has('.replaced-'),
  // The new file has its name now.
  (seen) => seen.slice(seen.findIndex((name) => name.includes('.replaced-'))).includes(FILE) && has('.replaced-')(seen),
]

/** The people of a killed directory, read from a copy of it, because reading takes the log in. */
function peopleAt(dataDir: string): unknown[] {
  const copy = join(makeFolder(), 'copy')
  cpSync(dataDir, copy, { recursive: true })
  return peopleIn(join(copy, FILE))
}

test('a restore that is killed at any moment leaves the old database or the new one, and the next run finishes it', async () => {
  const { backup } = await withBackup()
  // A larger backup takes a while to be copied and checked.
  change(backup, 'create table padding (bytes blob); insert into padding values (zeroblob(8000000))')
  const found = new Set<string>()
  const killed = await killedWith('bob@example.com')
  for (const moment of MOMENTS) {
    const dataDir = join(makeFolder(), 'data')
    mkdirSync(dataDir, { mode: 0o700 })
    for (const name of readdirSync(killed)) cpSync(join(killed, name), join(dataDir, name))
    await killAt(moment, [backup, '--replace'], dataDir)

    const people = peopleAt(dataDir)
    expect([OLD, NEW]).toContainEqual(people)
    found.add(String(people))
    const { code, err } = await latchkey(['restore', backup, '--replace'], { DATA_DIR: dataDir })
    expect([code, err]).toEqual([0, ''])
    expect(peopleIn(join(dataDir, FILE))).toEqual(NEW)
    const names = readdirSync(dataDir)
    expect(names.filter((name) => /restoring|latchkey\.sqlite-/.test(name))).toEqual([])
    const kept = names.filter((name) => name.includes('.replaced-')).map((name) => peopleIn(join(dataDir, name)))
    // Nothing of the old database is lost, whichever run has replaced it.
    expect(kept).toContainEqual(OLD)
  }
  expect(found).toEqual(new Set([String(OLD), String(NEW)]))
})
