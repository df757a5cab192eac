import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { signUp } from '#tests/helpers/people.ts'
import { ask } from './ask.ts'
import { bootOn, dumpOfDatabase, dumpOfDirectory, move, newDatabase, newDataDir, startMove } from './move-steps.ts'

/** So many rows that a move is caught in the middle. */
const MANY = 60_000

async function makeInstallation(): Promise<string> {
  const dataDir = newDataDir()
  const world = await bootOn({ DATA_DIR: dataDir })
  await signUp(world)
  await world.db.close()
  const database = new BetterSqlite(join(dataDir, 'latchkey.sqlite'))
  database.exec(
    `with recursive counted (value) as (select 1 union all select value + 1 from counted where value < ${MANY})
     insert into users (id, handle, name, created_at)
     select printf('%022d', value), 'handle', 'Ada', value from counted`,
  )
  database.close()
  return dataDir
}

/** Kills the command (`kill -9`) as soon as it has printed this. */
async function killAt(text: string, [from, to]: [string, string]): Promise<void> {
  const running = startMove(from, to)
  running.child.stderr?.on('data', () => running.said().includes(text) && running.child.kill('SIGKILL'))
  expect([await running.ended, running.said()]).toEqual(['SIGKILL', expect.stringContaining(text)])
}

test.each(['Copied users', 'Making the indexes', 'Verified users'])(
  'a move to PostgreSQL that is killed at “%s” leaves the source untouched and the target empty, and can be run again',
  async (text) => {
    const [start, there] = [await makeInstallation(), await newDatabase()]
    const before = dumpOfDirectory(start)
    await killAt(text, [`sqlite:${start}`, there])
    expect(dumpOfDirectory(start)).toEqual(before)
    // The server undoes the transaction when it notices that the command is gone.
    await vi.waitFor(async () => expect(await ask(there, 'select 1 from users')).toEqual([]), { timeout: 20_000 })
    await (await bootOn({ DATA_DIR: start })).db.close()

    expect((await move(`sqlite:${start}`, there))[0]).toBe(0)
    expect((await dumpOfDatabase(there)).users).toHaveLength(MANY + 1)
  },
)

test.each(['Copied users', 'Verified users'])(
  'a move to SQLite that is killed at “%s” leaves the source untouched and no database, and can be run again',
  async (text) => {
    const [start, there, end] = [await makeInstallation(), await newDatabase(), newDataDir()]
    expect((await move(`sqlite:${start}`, there))[0]).toBe(0)
    const before = await dumpOfDatabase(there)
    await killAt(text, [there, `sqlite:${end}`])
    expect(await dumpOfDatabase(there)).toEqual(before)
    expect(existsSync(join(end, 'latchkey.sqlite'))).toBe(false)

    expect((await move(there, `sqlite:${end}`))[0]).toBe(0)
    expect(readdirSync(end).sort()).toEqual(['latchkey.sqlite', 'lock', 'rp-id'])
    expect(dumpOfDirectory(end).users).toHaveLength(MANY + 1)
  },
)

test('a move that was killed after everything was kept is begun anew, and no server starts on the target before', async () => {
  const [start, there] = [await makeInstallation(), await newDatabase()]
  expect((await move(`sqlite:${start}`, there))[0]).toBe(0)
  // As the command leaves them before it marks the source.
  await ask(there, `insert into instance (name, value) values ('arriving', $1)`, [`sqlite:${start}`])
  unmark(start)
  await expect(bootOn({ DATABASE_URL: there })).rejects.toThrow(
    `has an unfinished move from sqlite:${start}: run the same move again`,
  )
  const [code, said] = await move(`sqlite:${start}`, there)
  expect([code, said]).toEqual([0, expect.stringContaining('Verified: ')])
  await bootOn({ DATABASE_URL: there })
})

test('a move that was killed after the source was marked is finished by the next run', async () => {
  const [start, there] = [await makeInstallation(), await newDatabase()]
  expect((await move(`sqlite:${start}`, there))[0]).toBe(0)
  await ask(there, `insert into instance (name, value) values ('arriving', $1)`, [`sqlite:${start}`])
  expect(await move(`sqlite:${start}`, there)).toEqual([0, expect.stringContaining('this one finished it')])
  await bootOn({ DATABASE_URL: there })
  await expect(bootOn({ DATA_DIR: start })).rejects.toThrow('was moved to')
})

function unmark(dataDir: string): void {
  const database = new BetterSqlite(join(dataDir, 'latchkey.sqlite'))
  database.prepare("delete from instance where name = 'moved'").run()
  database.close()
}
