import { setTimeout as pause } from 'node:timers/promises'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import {
  type Database,
  DatabaseClosedError,
  FailedStatementError,
  NestedTransactionError,
  TransactionOverError,
  type Tx,
} from '#db/engine/database.ts'

type Sources = { now: () => number; newId: () => string }

/** The contract of every engine behind `Database`. `open` makes an empty database, `bytes` is its type for bytes. */
export function engineContract(
  open: (sources: Sources) => Database | Promise<Database>,
  bytes: 'blob' | 'bytea',
): void {
  let db: Database
  let now: number
  let ids: number

  beforeEach(async () => {
    now = 1_795_251_600_000
    ids = 0
    db = await open({ now: () => now, newId: () => `id-${++ids}` })
    onTestFinished(() => db.close())
    await db.transaction(async (tx) => {
      await tx.run('create table shelves (id text primary key, total integer not null)')
      await tx.run(
        `create table books (id text primary key, shelf_id text not null references shelves (id) on delete cascade, cover ${bytes}, read_at bigint)`,
      )
      await tx.run("insert into shelves (id, total) values ('a', 0), ('b', 0)")
      await tx.run('create table users (id text primary key)')
      await tx.run("insert into users (id) values ('ada')")
    })
  })

  const addOne = (tx: Tx, id = 'a') => tx.run('update shelves set total = total + 1 where id = ?', id)
  const total = async (id = 'a') =>
    (await db.read((reader) => reader.get<{ total: number }>('select total from shelves where id = ?', id)))?.total

  describe('a statement', () => {
    test('returns the first row, or nothing', async () => {
      const read = (sql: string) => db.read((reader) => reader.get(sql))
      expect(await read('select id, total from shelves order by id desc')).toEqual({ id: 'b', total: 0 })
      expect(await read("select id from shelves where id = 'c'")).toBeUndefined()
    })

    test('returns all rows in order, or none', async () => {
      const read = (sql: string) => db.read((reader) => reader.all(sql))
      expect(await read('select id from shelves order by id')).toEqual([{ id: 'a' }, { id: 'b' }])
      expect(await read("select id from shelves where id = 'c'")).toEqual([])
    })

    test('returns how many rows it changed', async () => {
      await db.transaction(async (tx) => {
        expect(await tx.run('update shelves set total = 7')).toBe(2)
        expect(await tx.run('update shelves set total = 8 where id = ?', 'a')).toBe(1)
        expect(await tx.run('delete from shelves where id = ?', 'c')).toBe(0)
        expect(await tx.run("insert into shelves (id, total) values ('a', 1) on conflict do nothing")).toBe(0)
      })
    })

    test('returns what it wrote', async () => {
      const written = await db.transaction((tx) =>
        tx.get('update shelves set total = total + 5 where id = ? returning id, total', 'b'),
      )
      expect(written).toEqual({ id: 'b', total: 5 })
      expect(await total('b')).toBe(5)
    })

    test('V1.2.4 stores text, bytes, milliseconds and null unchanged', async () => {
      const cover = new Uint8Array([0, 255, 10, 39])
      const awkward = `it's "quoted"; -- ünïcödé \n?`
      await db.transaction(async (tx) => {
        await tx.run('insert into books (id, shelf_id, cover, read_at) values (?, ?, ?, ?)', awkward, 'a', cover, now)
        await tx.run('insert into books (id, shelf_id, cover, read_at) values (?, ?, ?, ?)', 'empty', 'a', null, null)
      })
      const rows = await db.read((reader) => reader.all<{ cover: Uint8Array }>('select * from books order by id desc'))
      expect(rows[0]).toMatchObject({ id: awkward, read_at: now })
      expect([...(rows[0]?.cover ?? [])]).toEqual([...cover])
      expect(rows[1]).toMatchObject({ id: 'empty', cover: null, read_at: null })
    })

    test('can be used again with other values and by several readers at once', async () => {
      await db.transaction((tx) =>
        Promise.all(
          Array.from({ length: 300 }, (_, index) =>
            tx.run('insert into shelves (id, total) values (?, ?)', `n${index}`, index),
          ),
        ),
      )
      const totals = await Promise.all(Array.from({ length: 300 }, (_, index) => total(`n${index}`)))
      expect(totals).toEqual(Array.from({ length: 300 }, (_, index) => index))
    })

    test('works again after a failure', async () => {
      const insert = (id: string) => db.transaction((tx) => tx.run('insert into shelves (id, total) values (?, 0)', id))
      await expect(insert('a')).rejects.toThrow(/unique/i)
      expect(await insert('c')).toBe(1)
    })
  })

  describe('a transaction', () => {
    test('commits when its work resolves, and returns the result', async () => {
      expect(await db.transaction(async (tx) => ({ changed: await addOne(tx) }))).toEqual({ changed: 1 })
      expect(await total()).toBe(1)
    })

    test('rolls back when its work rejects, and rejects with the same reason', async () => {
      const reason = new Error('second thoughts')
      const asked = db.transaction(async (tx) => {
        await addOne(tx, 'a')
        await addOne(tx, 'b')
        throw reason
      })
      await expect(asked).rejects.toBe(reason)
      expect([await total('a'), await total('b')]).toEqual([0, 0])
    })

    test('V2.3.3 rolls back when a statement fails', async () => {
      const asked = db.transaction(async (tx) => {
        await addOne(tx)
        await tx.run('insert into nowhere (id) values (1)')
      })
      await expect(asked).rejects.toThrow(/nowhere/)
      expect(await total()).toBe(0)
    })

    test('keeps the queue working when its work throws before its first step', async () => {
      const faulty = db.transaction(() => {
        throw new Error('at once')
      })
      const next = db.transaction((tx) => addOne(tx))
      await expect(faulty).rejects.toThrow('at once')
      expect(await next).toBe(1)
    })

    test('loses no update when 200 with the same person read, wait and write at the same time', async () => {
      const countOne = () =>
        db.transaction(
          async (tx) => {
            const row = await tx.get<{ total: number }>('select total from shelves where id = ?', 'a')
            await Promise.resolve()
            await tx.run('update shelves set total = ? where id = ?', (row?.total ?? 0) + 1, 'a')
          },
          { person: 'ada' },
        )
      await Promise.all(Array.from({ length: 200 }, countOne))
      expect(await total()).toBe(200)
    })

    test('succeeds with a person who does not exist', async () => {
      expect(await db.transaction((tx) => addOne(tx), { person: 'nobody' })).toBe(1)
    })

    test('is rolled back after a failed statement, also if its work caught the failure', async () => {
      const asked = db.transaction(async (tx) => {
        await addOne(tx)
        await tx.run("insert into shelves (id, total) values ('a', 0)").catch(() => undefined)
      })
      await expect(asked).rejects.toBeInstanceOf(FailedStatementError)
      expect(await total()).toBe(0)
    })

    test('has one time from its beginning to its end', async () => {
      const times = await db.transaction(async (tx) => {
        const before = tx.now
        now += 60_000
        await addOne(tx)
        return [before, tx.now]
      })
      expect(times).toEqual([1_795_251_600_000, 1_795_251_600_000])
      expect(await db.transaction(async (tx) => tx.now)).toBe(1_795_251_660_000)
    })

    test('makes a new id each time', async () => {
      expect(await db.transaction(async (tx) => [tx.newId(), tx.newId()])).toEqual(['id-1', 'id-2'])
    })

    test('commits in the same way without durability', async () => {
      await db.transaction((tx) => addOne(tx), { durable: false })
      expect(await total()).toBe(1)
      await expect(
        db.transaction(async (tx) => addOne(tx).then(() => Promise.reject(new Error('no'))), { durable: false }),
      ).rejects.toThrow('no')
      expect(await total()).toBe(1)
    })

    test('refuses a dangling foreign key, and cascades deletions', async () => {
      await expect(
        db.transaction((tx) => tx.run("insert into books (id, shelf_id) values ('x', 'nowhere')")),
      ).rejects.toThrow(/foreign key/i)
      await db.transaction(async (tx) => {
        await tx.run("insert into books (id, shelf_id) values ('y', 'a')")
        await tx.run("delete from shelves where id = 'a'")
      })
      expect(await db.read((reader) => reader.all('select id from books'))).toEqual([])
    })
  })

  describe('a transaction inside another one', () => {
    test('is refused at once, and the outer one continues', async () => {
      const refused = await db.transaction(async (tx) => {
        await addOne(tx)
        return db.transaction((inner) => addOne(inner)).catch((error: unknown) => error)
      })
      expect(refused).toBeInstanceOf(NestedTransactionError)
      expect(String(refused)).toContain('Pass the open `tx`')
      expect(await total()).toBe(1)
    })

    test('is refused also after several nested calls and awaits', async () => {
      const further = async (depth: number): Promise<unknown> => {
        await pause(1)
        return depth === 0 ? db.transaction(async () => 'never') : further(depth - 1)
      }
      await expect(db.transaction(async (tx) => Promise.all([addOne(tx), further(3)]))).rejects.toBeInstanceOf(
        NestedTransactionError,
      )
      expect(await total()).toBe(0)
    })

    test('does not mean work that was started there and calls later', async () => {
      const over = Promise.withResolvers<void>()
      let later: Promise<number> | undefined
      await db.transaction(async (tx) => {
        later = over.promise.then(() => db.transaction((own) => addOne(own)))
        await addOne(tx)
      })
      over.resolve()
      expect(await later).toBe(1)
      expect(await total()).toBe(2)
    })
  })

  describe('a step that outlives its transaction', () => {
    test('is refused, and does not run in another transaction', async () => {
      let kept: Tx | undefined
      await db.transaction(async (tx) => {
        kept = tx
      })
      await db.transaction(async (other) => {
        await expect(kept && addOne(kept)).rejects.toBeInstanceOf(TransactionOverError)
        await addOne(other, 'b')
      })
      expect([await total('a'), await total('b')]).toEqual([0, 1])
    })

    test('is refused after a parallel step failed', async () => {
      let late: Promise<unknown> | undefined
      const asked = db.transaction(async (tx) => {
        late = pause(5).then(() => addOne(tx))
        await Promise.all([late, Promise.reject(new Error('beside'))])
      })
      await expect(asked).rejects.toThrow('beside')
      await expect(late).rejects.toBeInstanceOf(TransactionOverError)
      expect(await total()).toBe(0)
    })
  })

  describe('a read', () => {
    test('does not see an open transaction and does not wait for it', async () => {
      await db.transaction(async (tx) => {
        await addOne(tx)
        expect(await total()).toBe(0)
        expect(await tx.get('select total from shelves where id = ?', 'a')).toEqual({ total: 1 })
      })
      expect(await total()).toBe(1)
    })

    test('sees new commits at its next statement', async () => {
      const seen = await db.read(async (reader) => {
        const look = () => reader.get('select total from shelves where id = ?', 'a')
        const before = await look()
        await db.transaction((tx) => addOne(tx))
        return [before, await look()]
      })
      expect(seen).toEqual([{ total: 0 }, { total: 1 }])
    })

    test('cannot write', async () => {
      await expect(
        db.read((reader) => reader.get("update shelves set total = 9 where id = 'a' returning total")),
      ).rejects.toThrow(/read.?only/i)
      expect(await total()).toBe(0)
    })

    test('rejects with the error of its work', async () => {
      await expect(db.read(() => Promise.reject(new Error('its own')))).rejects.toThrow('its own')
    })
  })

  describe('closing', () => {
    test('waits for the transactions already queued', async () => {
      const asked = Promise.all([1, 2, 3].map(() => db.transaction(async (tx) => pause(2).then(() => addOne(tx)))))
      await db.close()
      expect(await asked).toEqual([1, 1, 1])
    })

    test('refuses later calls, at once', async () => {
      const slow = db.transaction(() => pause(5))
      const closing = db.close()
      await expect(db.transaction((tx) => addOne(tx))).rejects.toBeInstanceOf(DatabaseClosedError)
      await expect(total()).rejects.toBeInstanceOf(DatabaseClosedError)
      await Promise.all([slow, closing])
    })

    test('twice has no further effect', async () => {
      await db.close()
      expect(await db.close()).toBeUndefined()
    })
  })
}
