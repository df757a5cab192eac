import { setTimeout as pause } from 'node:timers/promises'
import BetterSqlite from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Database, DatabaseUnavailableError } from '#db/engine/database.ts'
import { makeFile, openDatabase } from '#tests/db/engine/sqlite-steps.ts'

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
