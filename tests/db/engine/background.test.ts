import { mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import BetterSqlite from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Database, DatabaseClosedError, DatabaseUnavailableError } from '#db/engine/database.ts'
import { openSqlite } from '#db/engine/sqlite/sqlite.ts'
import { makePrivateFile } from '#db/engine/sqlite/connection.ts'
import { engineContract } from './contract.ts'
import { orderContract } from './order.ts'

type Sources = Parameters<typeof openSqlite>[1]

function openDatabase(sources: Sources = { now: Date.now, newId: () => 'id' }): { db: Database; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'latchkey.sqlite')
  makePrivateFile(file)
  const db = openSqlite(file, sources)
  onTestFinished(() => db.close())
  return { db, file }
}

async function openCounted(): Promise<{
  db: Database
  file: string
  addOne: (background: boolean) => Promise<number>
  total: () => Promise<number | undefined>
}> {
  const { db, file } = openDatabase()
  await db.transaction((tx) => tx.run('create table it (total integer not null)'))
  await db.transaction((tx) => tx.run('insert into it values (0)'))
  const addOne = (background: boolean) =>
    db.transaction((tx) => tx.run('update it set total = total + 1'), { background })
  const total = async () => (await db.read((reader) => reader.get<{ total: number }>('select total from it')))?.total
  return { db, file, addOne, total }
}

/** Takes about a second. */
const LONG =
  'with recursive n (i) as (select 1 union all select i + 1 from n where i < 5000000) select max(i) as last from n'

function openInBackground(sources: Sources): Database {
  const { db } = openDatabase(sources)
  return { ...db, transaction: (work, options) => db.transaction(work, { ...options, background: true }) }
}

describe('a background transaction keeps the contract', () => {
  engineContract(openInBackground, 'blob')
})
describe('a background transaction keeps the order', () => {
  orderContract(openInBackground)
})

test('reads do not wait for a long background transaction', async () => {
  const { db, total } = await openCounted()
  // The machine may stop for a moment. A read that waited for the transaction would wait each time.
  const shares = [await longestShare()]
  while (shares.length < 3 && Math.min(...shares) >= 1 / 3) shares.push(await longestShare())
  expect(Math.min(...shares), shares.join(', ')).toBeLessThan(1 / 3)

  /** Returns the longest read beside a long transaction as a share of that transaction's time. */
  async function longestShare(): Promise<number> {
    let done = false
    const running = db.transaction((tx) => tx.get(LONG), { background: true }).finally(() => (done = true))
    const waits: number[] = []
    const began = performance.now()
    while (!done) {
      const from = performance.now()
      await total()
      await pause(1)
      waits.push(performance.now() - from)
    }
    expect(await running).toEqual({ last: 5_000_000 })
    expect(waits.length).toBeGreaterThan(20)
    return Math.max(...waits) / (performance.now() - began)
  }
})

test('background transactions and others share one queue, in the order they were requested', async () => {
  const { db } = await openCounted()
  const order: string[] = []
  const add = (name: string, background: boolean) =>
    db.transaction(
      async (tx) =>
        void order.push(
          `${name} ${(await tx.get<{ total: number }>('update it set total = total + 1 returning total'))?.total}`,
        ),
      { background },
    )
  await add('warm', true)
  await Promise.all([add('a', true), add('b', true), add('c', true)])
  expect(order).toEqual(['warm 1', 'a 2', 'b 3', 'c 4'])
})

test('two hundred background transactions and two hundred others at once lose no write', async () => {
  const { addOne, total } = await openCounted()
  await Promise.all(Array.from({ length: 400 }, (_, index) => addOne(index % 2 === 0)))
  expect(await total()).toBe(400)
})

test('background transactions and checkpoints never block each other', async () => {
  const { db } = await openCounted()
  await db.transaction((tx) => tx.run('create table big (id integer primary key, text text not null)'))
  const text = 'x'.repeat(1_048_576)
  await Promise.all(
    Array.from({ length: 120 }, (_, index) =>
      db.transaction((tx) => tx.run('insert or replace into big values (?, ?)', index % 10, text), {
        durable: false,
        background: index % 3 === 0,
      }),
    ),
  )
  expect(await db.read((reader) => reader.get('select count(*) as rows from big'))).toEqual({ rows: 10 })
})

test('a background transaction waits while another process writes, then fails with DatabaseUnavailableError', async () => {
  const { file, addOne, total } = await openCounted()
  const other = new BetterSqlite(file)
  onTestFinished(() => void other.close())
  other.exec('begin immediate')
  await expect(addOne(true)).rejects.toThrow(DatabaseUnavailableError)
  other.exec('rollback')
  await addOne(true)
  expect(await total()).toBe(1)
}, 20_000)

test('a background transaction that fails is rolled back, and the next one runs', async () => {
  const { db, addOne, total } = await openCounted()
  const broken = db.transaction(
    async (tx) => {
      await tx.run('update it set total = 9')
      await tx.run('update nowhere set total = 9')
    },
    { background: true },
  )
  await expect(broken).rejects.toThrow(/no such table: nowhere/)
  await addOne(true)
  expect(await total()).toBe(1)
})

test('a closed database refuses background transactions', async () => {
  const { db, addOne } = await openCounted()
  await db.close()
  await expect(addOne(true)).rejects.toThrow(DatabaseClosedError)
})

test('without the worker the first background transaction fails, and later ones run on the main connection', async () => {
  const { file, addOne, total } = await openCounted()
  // The worker opens the file by its name; the other connections have it open already.
  renameSync(file, `${file}-elsewhere`)
  await expect(addOne(true)).rejects.toThrow('unable to open database file')
  expect(await addOne(true)).toBe(1)
  expect(await total()).toBe(1)
  renameSync(`${file}-elsewhere`, file)
})
