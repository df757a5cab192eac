import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fill } from './fill.ts'

const DAY = 86_400_000
/** Soon after this time the sessions of a database are idle for too long. */
const GOOD_FOR = 3 * DAY

/**
 * Returns the data directory of a filled database of this many people. It is kept, because filling takes long, and
 * filled again when it is old.
 */
export async function dataDirOf(root: string, people: number): Promise<string> {
  const folder = join(root, String(people))
  const note = join(folder, 'filled.txt')
  if (existsSync(note) && Date.now() - Number(readFileSync(note, 'utf8')) < GOOD_FOR) return folder

  mkdirSync(folder, { recursive: true })
  rmSync(note, { force: true })
  const now = Date.now()
  console.log(`Filling a database of ${people.toLocaleString('en')} people`)
  await fill(join(folder, 'latchkey.sqlite'), people, {
    now,
    say: (done) => console.log(`  ${done.toLocaleString('en')} after ${Math.round((Date.now() - now) / 1_000)} s`),
  })
  writeFileSync(note, String(now))
  return folder
}
