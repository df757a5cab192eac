import { createHash } from 'node:crypto'
import { cpSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { backUp } from '#db/engine/sqlite/backup.ts'
import { signUp } from '#tests/helpers/people.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { makeFolder } from '#tests/cli/latchkey.ts'

export const FILE = 'latchkey.sqlite'

/** A world with one person who is signed in, and a backup of it. */
export async function withBackup(email = 'ada@example.com'): Promise<{ world: TestWorld; backup: string }> {
  const world = makeWorld()
  await signUp(world, { email })
  const backup = join(makeFolder(), 'backup.sqlite')
  backUp(join(world.config.dataDir, FILE), backup, 'localhost')
  return { world, backup }
}

/** The data directory of a server that was killed: what it wrote last is in the log beside the database. */
export async function killedWith(email: string): Promise<string> {
  const world = makeWorld()
  await signUp(world, { email })
  const dataDir = join(makeFolder(), 'data')
  cpSync(world.config.dataDir, dataDir, { recursive: true, filter: (name) => !name.endsWith('-shm') })
  if (statSync(join(dataDir, `${FILE}-wal`)).size === 0) throw new Error('The log is empty.')
  return dataDir
}

/** The addresses of the people in a database. Opening it takes its log in. */
export function peopleIn(file: string): unknown[] {
  const database = new BetterSqlite(file, { fileMustExist: true })
  try {
    return database.prepare('select address from emails order by address').pluck().all()
  } finally {
    database.close()
  }
}

/** Changes a database by hand. */
export function change(file: string, sql: string): void {
  const database = new BetterSqlite(file)
  database.exec(sql)
  database.close()
}

/** The name, the mode and the content of each file of a directory. The lock is nothing that anybody restores. */
export function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => !name.startsWith('lock'))
  return Object.fromEntries(
    names.map((name) => {
      const path = join(folder, name)
      const hash = createHash('sha256').update(readFileSync(path)).digest('hex').slice(0, 16)
      return [name, `${(statSync(path).mode & 0o777).toString(8)} ${hash}`]
    }),
  )
}
