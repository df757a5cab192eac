import { existsSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import type { Database } from '#db/engine/database.ts'
import { openSqlite } from '#db/engine/sqlite/sqlite.ts'
import { makePrivateFile } from '#db/engine/sqlite/connection.ts'

const MB = 1_048_576
const LONGEST_LOG = 64 * MB

async function openFilled(): Promise<{
  db: Database
  file: string
  write: (megabytes: number) => Promise<void>
  logSize: () => number
}> {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'latchkey.sqlite')
  makePrivateFile(file)
  const db = openSqlite(file, { now: Date.now, newId: () => 'id' })
  onTestFinished(() => db.close())
  await db.transaction((tx) => tx.run('create table it (id integer primary key, text text not null)'))
  const text = 'x'.repeat(MB)
  const write = async (megabytes: number) => {
    // The same twenty rows every time: the log grows, the database does not.
    for (let count = 0; count < megabytes; count += 1)
      await db.transaction((tx) => tx.run('insert or replace into it values (?, ?)', count % 20, text), {
        durable: false,
      })
  }
  return { db, file, write, logSize: () => statSync(`${file}-wal`).size }
}

test('the write-ahead log stays close to 64 MB during continuous writes', async () => {
  const { db, file, write, logSize } = await openFilled()
  await write(200)
  expect(logSize()).toBeLessThan(LONGEST_LOG * 1.25)
  await db.close()
  expect(existsSync(`${file}-wal`)).toBe(false)
  const reopened = new BetterSqlite(file, { readonly: true })
  onTestFinished(() => void reopened.close())
  expect(reopened.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(reopened.prepare('select count(*) as rows, min(length(text)) as shortest from it').get()).toEqual({
    rows: 20,
    shortest: MB,
  })
})

test('a restart of the log delays writers, never readers', async () => {
  const { db, write } = await openFilled()
  // The machine may stop for a moment. A reader that waited for the log would wait each time.
  const shares = [await longestShare()]
  while (shares.length < 3 && Math.min(...shares) >= 1 / 4) shares.push(await longestShare())
  expect(Math.min(...shares), shares.join(', ')).toBeLessThan(1 / 4)

  /** Writes past a restart of the log. Returns the longest read as a share of that time. */
  async function longestShare(): Promise<number> {
    let longest = 0
    let done = false
    const reading = (async () => {
      while (!done) {
        const from = performance.now()
        await db.read((reader) => reader.get('select id from it where id = 1'))
        await new Promise((resolve) => setImmediate(resolve))
        longest = Math.max(longest, performance.now() - from)
      }
    })()
    const from = performance.now()
    await write(150)
    const whole = performance.now() - from
    done = true
    await reading
    return longest / whole
  }
})

test('writers continue while a reader still uses the old log', async () => {
  const { db, file, write } = await openFilled()
  await write(1)
  const backup = new BetterSqlite(file, { readonly: true })
  onTestFinished(() => void backup.close())
  backup.exec('begin')
  expect(backup.prepare('select count(*) as rows from it').get()).toEqual({ rows: 1 })
  await write(90)
  expect(backup.prepare('select count(*) as rows from it').get()).toEqual({ rows: 1 })
  backup.exec('commit')
  expect(await db.read((reader) => reader.get('select count(*) as rows from it'))).toEqual({ rows: 20 })
})

test('without the worker thread the driver runs checkpoints itself', async () => {
  const { db, file, write, logSize } = await openFilled()
  // The thread opens the file by its name; the other connections already have it open.
  renameSync(file, `${file}-elsewhere`)
  await write(120)
  expect(logSize()).toBeLessThan(LONGEST_LOG * 1.25)
  expect(await db.read((reader) => reader.get('select count(*) as rows from it'))).toEqual({ rows: 20 })
  renameSync(`${file}-elsewhere`, file)
})
