import { chmodSync, existsSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import BetterSqlite from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Database, DatabaseUnavailableError } from '#db/engine/database.ts'
import { openSqlite } from '#db/engine/sqlite/sqlite.ts'
import { makePrivateFile } from '#db/engine/sqlite/connection.ts'
import { engineContract } from './contract.ts'
import { togetherContract } from './together.ts'

type Sources = Parameters<typeof openSqlite>[1]

function makeFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'data', 'latchkey.sqlite')
  makePrivateFile(file)
  return file
}

function openDatabase({
  file = makeFile(),
  sources = { now: Date.now, newId: () => 'id' },
}: {
  file?: string
  sources?: Sources
} = {}): Database {
  const db = openSqlite(file, sources)
  onTestFinished(() => db.close())
  return db
}

describe('SQLite as the engine', () => {
  engineContract((sources) => openDatabase({ sources }))
})
describe('SQLite with concurrent transactions', () => {
  togetherContract((sources) => openDatabase({ sources }))
})

describe('SQLite in our configuration', () => {
  const pragma = (name: string, durable: boolean) =>
    openDatabase().transaction((tx) => tx.get(`pragma ${name}`), { durable })

  test('X7 uses a write-ahead log', async () => {
    expect(await pragma('journal_mode', true)).toEqual({ journal_mode: 'wal' })
  })

  test('flushes every durable commit to the disk', async () => {
    expect(await pragma('synchronous', true)).toEqual({ synchronous: 2 })
    expect(await pragma('synchronous', false)).toEqual({ synchronous: 1 })
  })

  test('flushes again after a commit that is not durable', async () => {
    const db = openDatabase()
    await db.transaction(async () => undefined, { durable: false })
    expect(await db.transaction((tx) => tx.get('pragma synchronous'))).toEqual({ synchronous: 2 })
  })

  test('writes waiting transactions into its log in one commit', async () => {
    const file = makeFile()
    const db = openDatabase({ file })
    await db.transaction((tx) => tx.run('create table it (total integer not null)'))
    await db.transaction((tx) => tx.run('insert into it values (0)'))
    const growth = async (work: () => Promise<unknown>) => {
      const before = statSync(`${file}-wal`).size
      await work()
      return statSync(`${file}-wal`).size - before
    }
    const addOne = () => db.transaction((tx) => tx.run('update it set total = total + 1'))
    const alone = await growth(addOne)
    const together = await growth(() => Promise.all(Array.from({ length: 20 }, addOne)))
    expect(together).toBe(alone)
    expect(await db.read((reader) => reader.get('select total from it'))).toEqual({ total: 21 })
  })

  test('rejects the whole group when it has to roll back their shared transaction', async () => {
    const db = openDatabase()
    await db.transaction((tx) => tx.run('create table it (id text primary key on conflict rollback)'))
    const put = (id: string) => db.transaction((tx) => tx.run('insert into it values (?)', id))
    const results = await Promise.allSettled(['a', 'b', 'a', 'c'].map(put))
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'fulfilled'])
    expect(await db.read((reader) => reader.all('select id from it'))).toEqual([{ id: 'c' }])
  })

  test('X7 enforces foreign keys and overwrites deleted data', async () => {
    expect(await pragma('foreign_keys', true)).toEqual({ foreign_keys: 1 })
    expect(await pragma('secure_delete', true)).toEqual({ secure_delete: 1 })
  })

  test('X7 makes its files readable only by their owner, under any umask', async () => {
    const umask = process.umask(0)
    onTestFinished(() => void process.umask(umask))
    const file = makeFile()
    const db = openDatabase({ file })
    await db.transaction((tx) => tx.run('create table it (id text)'))

    for (const suffix of ['', '-wal', '-shm']) expect([suffix, modeOf(`${file}${suffix}`)]).toEqual([suffix, 0o600])
    expect(modeOf(join(file, '..'))).toBe(0o700)
  })

  test('removes permissions that others had on the file', () => {
    const file = makeFile()
    chmodSync(file, 0o644)
    makePrivateFile(file)
    expect(modeOf(file)).toBe(0o600)
  })

  test('leaves a single intact file when it is closed', async () => {
    const file = makeFile()
    const db = openDatabase({ file })
    await db.transaction((tx) => tx.run('create table it (id text)'))
    await db.close()
    expect(['-wal', '-shm'].filter((suffix) => existsSync(`${file}${suffix}`))).toEqual([])
  })

  test('has all commits when it is opened again', async () => {
    const file = makeFile()
    const first = openDatabase({ file })
    await first.transaction((tx) => tx.run('create table it (id text)'))
    await first.transaction((tx) => tx.run("insert into it values ('kept')"), { durable: false })
    await first.close()
    expect(await openDatabase({ file }).read((reader) => reader.all('select id from it'))).toEqual([{ id: 'kept' }])
  })
})

describe('while another process writes', () => {
  const held = async (db: Database, file: string) => {
    await db.transaction((tx) => tx.run('create table it (id text)'))
    const other = new BetterSqlite(file)
    onTestFinished(() => void other.close())
    other.exec('begin immediate')
    return other
  }

  test('transactions wait, reads do not, and the event loop keeps running', async () => {
    const file = makeFile()
    const db = openDatabase({ file })
    const other = await held(db, file)
    let written = 0
    const writing = Promise.all(
      Array.from({ length: 40 }, (_, id) =>
        db.transaction((tx) => tx.run('insert into it values (?)', `${id}`)).then(() => (written += 1)),
      ),
    )
    for (let turn = 0; turn < 10; turn += 1) {
      const started = performance.now()
      expect(await db.read((reader) => reader.all('select id from it'))).toEqual([])
      await pause(20)
      expect(performance.now() - started).toBeLessThan(2_000)
    }
    expect(written).toBe(0)
    other.exec('commit')
    await writing
    expect(await db.read((reader) => reader.get('select count(*) as total from it'))).toEqual({ total: 40 })
  })

  test('all transactions are refused after a few seconds and change nothing', async () => {
    const file = makeFile()
    const db = openDatabase({ file })
    const other = await held(db, file)
    const started = performance.now()
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, () => db.transaction((tx) => tx.run("insert into it values ('lost')"))),
    )
    expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason)).toEqual(
      Array.from({ length: 40 }, () => expect.any(DatabaseUnavailableError)),
    )
    // The wait of later ones counts from their call, not from their turn.
    expect(performance.now() - started).toBeLessThan(10_000)
    other.exec('commit')
    await db.transaction((tx) => tx.run("insert into it values ('kept')"))
    expect(await db.read((reader) => reader.all('select id from it'))).toEqual([{ id: 'kept' }])
  })
})

test('a full disk refuses what it cannot store, changes nothing, and works again when there is space', async () => {
  const db = openDatabase()
  await db.transaction((tx) => tx.run('create table it (id text, bulk text)'))
  const pages = async (most: number) => db.transaction((tx) => tx.get(`pragma max_page_count = ${most}`))
  await pages(10)
  const fill = (id: string) => db.transaction((tx) => tx.run('insert into it values (?, hex(zeroblob(200000)))', id))
  const outcomes = await Promise.allSettled(['a', 'b', 'c'].map(fill))
  expect(outcomes.map((outcome) => outcome.status === 'rejected' && outcome.reason)).toEqual(
    Array.from({ length: 3 }, () => expect.any(DatabaseUnavailableError)),
  )
  expect(await db.read((reader) => reader.all('select id from it'))).toEqual([])
  await pages(1_000_000)
  expect(await fill('d')).toBe(1)
})

function modeOf(file: string): number {
  return statSync(file).mode & 0o777
}
