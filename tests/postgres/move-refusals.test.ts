import { writeFileSync, readFileSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { signUp } from '#tests/helpers/people.ts'
import { runProgram } from '#tests/helpers/process.ts'
import { signUpEquipped } from '#tests/server/second-factor/steps.ts'
import { ask } from './ask.ts'
import {
  bootOn,
  dumpOfDirectory,
  move,
  newDatabase,
  newDataDir,
  OTHER_SECRET,
  SECRET,
  startMove,
} from './move-steps.ts'

async function makeInstallation({ apps = false } = {}): Promise<string> {
  const dataDir = newDataDir()
  const world = await bootOn({ DATA_DIR: dataDir })
  await (apps ? signUpEquipped(world) : signUp(world))
  await world.db.close()
  return dataDir
}

/** Changes a database that no server uses. */
function change(dataDir: string, sql: string): void {
  const database = new BetterSqlite(join(dataDir, 'latchkey.sqlite'))
  database.exec(sql)
  database.close()
}

const peopleIn = async (url: string) =>
  (await ask(url, "select to_regclass('users') is not null as there"))[0]?.there === true
    ? (await ask(url, 'select id from users')).length
    : 0

test('wrong arguments get the usage, and the same engine twice is refused', async () => {
  const { ended, said } = runProgram(process.execPath, ['cli/latchkey.mjs', 'move', '--from', 'sqlite:data'])
  expect([await ended, said()]).toEqual([2, 'A move needs --from and --to. See `latchkey help move`.\n'])
  expect(await move('sqlite:a', 'sqlite:b')).toEqual([1, expect.stringContaining('must be different engines')])
  expect(await move('mysql://a', 'sqlite:b')).toEqual([1, '--from must be sqlite:<DATA_DIR> or postgres://….\n'])
})

describe('the secret', () => {
  test.each([
    ['does not open the secret of an app', true],
    ['is another than the one that hashes name', false],
  ])('that %s is refused', async (_, apps) => {
    const [start, there] = [await makeInstallation({ apps: true }), await newDatabase()]
    if (!apps) change(start, 'delete from totp')
    const before = dumpOfDirectory(start)
    const [code, said] = await move(`sqlite:${start}`, there, { SECRET: OTHER_SECRET })
    expect([code, said]).toEqual([
      1,
      'SECRET is not the one of the source: set the SECRET or SECRET_FILE that its server has.\n',
    ])
    expect([dumpOfDirectory(start), await peopleIn(there)]).toEqual([before, 0])
  })

  test('that is older, in a list with a newer one, is accepted, and so is one in a file', async () => {
    const [start, there] = [await makeInstallation({ apps: true }), await newDatabase()]
    const file = join(start, 'list')
    writeFileSync(file, `${OTHER_SECRET},${SECRET}`)
    expect((await move(`sqlite:${start}`, there, { SECRET_FILE: file }))[0]).toBe(0)
    expect(await move(there, `sqlite:${newDataDir()}`)).toEqual([1, expect.stringContaining('SECRET is not the one')])
  })

  test('that is nowhere is refused', async () => {
    const [start, there] = [await makeInstallation(), await newDatabase()]
    expect(await move(`sqlite:${start}`, there, {})).toEqual([1, expect.stringContaining('SECRET is missing')])
    writeFileSync(join(start, 'secret'), OTHER_SECRET)
    expect(await move(`sqlite:${start}`, there)).toEqual([1, expect.stringContaining('SECRET is not the one')])
  })

  test('cannot be tried where nothing depends on it, and the command says so', async () => {
    const [start, there] = [await makeInstallation(), await newDatabase()]
    expect(await move(`sqlite:${start}`, there)).toEqual([0, expect.stringContaining('could not be tried')])
  })
})

describe('the source', () => {
  test('is refused while a server has its directory', async () => {
    const [start, there] = [await makeInstallation(), await newDatabase()]
    const world = await bootOn({ DATA_DIR: start })
    const sentence = `sqlite:${start} is used by a Latchkey that runs: stop it first.\n`
    expect(await move(`sqlite:${start}`, there)).toEqual([1, sentence])
    await world.db.close()
    expect(await peopleIn(there)).toBe(0)
  })

  test('is refused while a server is connected to it', async () => {
    const [start, there, end] = [await makeInstallation(), await newDatabase(), newDataDir()]
    expect((await move(`sqlite:${start}`, there))[0]).toBe(0)
    const world = await bootOn({ DATABASE_URL: there })
    await signUp(world)
    expect(await move(there, `sqlite:${end}`)).toEqual([1, expect.stringMatching(/is used by a Latchkey that runs/)])
    await world.db.close()
    expect((await move(there, `sqlite:${end}`))[0]).toBe(0)
  })

  test('is refused if it is missing, older, or moved already', async () => {
    const [start, there, empty] = [await makeInstallation(), await newDatabase(), await newDatabase()]
    const nowhere = newDataDir()
    expect(await move(`sqlite:${nowhere}`, there)).toEqual([1, `sqlite:${nowhere} has no database.\n`])
    expect(await move(empty, `sqlite:${nowhere}`)).toEqual([1, expect.stringContaining('has no accounts of Latchkey')])
    expect(existsSync(nowhere)).toBe(false)

    change(start, "create table kept as select * from migrations; delete from migrations where name like '0025%'")
    expect(await move(`sqlite:${start}`, there)).toEqual([
      1,
      expect.stringContaining('it lacks 0025_second_engine.sql'),
    ])
    change(
      start,
      'insert into migrations select * from kept where name not in (select name from migrations); drop table kept',
    )
    expect((await move(`sqlite:${start}`, there))[0]).toBe(0)
    expect(await move(`sqlite:${start}`, empty)).toEqual([
      1,
      expect.stringMatching(/was moved to postgres:\/\/latchkey@127/),
    ])
    expect(await move(`sqlite:${start}`, there)).toEqual([
      1,
      expect.stringMatching(/was moved to postgres:\/\/latchkey@127/),
    ])
  })
})

describe('the target', () => {
  test('is refused if it has people, or is used', async () => {
    const [start, other, there] = [await makeInstallation(), await makeInstallation(), await newDatabase()]
    const server = await bootOn({ DATABASE_URL: there })
    await server.db.read((reader) => reader.get('select 1 from users'))
    expect(await move(`sqlite:${other}`, there)).toEqual([
      1,
      expect.stringContaining('is used by a Latchkey that runs'),
    ])
    await server.db.close()
    expect((await move(`sqlite:${start}`, there))[0]).toBe(0)
    const before = dumpOfDirectory(other)
    expect(await move(`sqlite:${other}`, there)).toEqual([1, expect.stringContaining('has people already')])
    expect(await move(there, `sqlite:${other}`)).toEqual([1, expect.stringContaining('has people already')])
    expect(dumpOfDirectory(other)).toEqual(before)
    expect(await peopleIn(there)).toBe(1)
  })

  test('is refused if its directory is for passkeys of another name', async () => {
    const [start, there, end] = [await makeInstallation(), await newDatabase(), newDataDir()]
    expect((await move(`sqlite:${start}`, there))[0]).toBe(0)
    mkdirSync(end)
    writeFileSync(join(end, 'rp-id'), 'example.org')
    expect(await move(there, `sqlite:${end}`)).toEqual([
      1,
      `sqlite:${end} is for passkeys of example.org, and the source has those of localhost.\n`,
    ])
    expect(readFileSync(join(end, 'rp-id'), 'utf8')).toBe('example.org')
  })

  test('is refused where no server answers, without its password', async () => {
    const start = await makeInstallation()
    const [code, said] = await move(`sqlite:${start}`, 'postgres://ada:hidden@127.0.0.1:1/latchkey')
    expect([code, said]).toEqual([1, expect.stringContaining('--to leads to 127.0.0.1:1, where no database answers')])
    expect(said).not.toContain('hidden')
  })
})

describe('a difference', () => {
  test('in the target undoes the move: the target is empty, and the source is as it was', async () => {
    const [start, there] = [await makeInstallation(), await newDatabase()]
    await (await bootOn({ DATABASE_URL: there })).db.close()
    await ask(
      there,
      `create function spoil() returns trigger language plpgsql as $$ begin new.name = 'other'; return new; end $$;
       create trigger spoil before insert on users for each row execute function spoil()`,
    )
    const before = dumpOfDirectory(start)
    expect(await move(`sqlite:${start}`, there)).toEqual([
      1,
      expect.stringMatching(/The table users has other rows in the target than in the source\.\n$/),
    ])
    expect([dumpOfDirectory(start), await peopleIn(there)]).toEqual([before, 0])
    onTestFinished(async () => (await bootOn({ DATA_DIR: start })).db.close())
  })

  test('in the activity of a person is found, and nothing is moved', async () => {
    const [start, there] = [await makeInstallation({ apps: true }), await newDatabase()]
    change(start, "update events set ip = '192.0.2.1' where seq = 2")
    const running = startMove(`sqlite:${start}`, there)
    expect(await running.ended).toBe(1)
    expect(running.said()).toMatch(/The activity of the person \S+ is broken at event 2, so it was not moved\.\n$/)
    expect(await peopleIn(there)).toBe(0)
  })
})
