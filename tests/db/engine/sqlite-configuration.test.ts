import { chmodSync, existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { makePrivateFile } from '#db/engine/sqlite/connection.ts'
import { makeFile, openDatabase } from '#tests/db/engine/sqlite-steps.ts'

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

function modeOf(file: string): number {
  return statSync(file).mode & 0o777
}
