import { setTimeout as pause } from 'node:timers/promises'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import type { Database, Tx } from '#db/engine/database.ts'

type Sources = { now: () => number; newId: () => string }

/** What SQLite promises in addition to the contract: transactions run one after the other, in the order of the calls. */
export function orderContract(open: (sources: Sources) => Database | Promise<Database>): void {
  let db: Database
  let now: number

  beforeEach(async () => {
    now = 1_795_251_600_000
    db = await open({ now: () => now, newId: () => 'id' })
    onTestFinished(() => db.close())
    await db.transaction(async (tx) => {
      await tx.run('create table shelves (id text primary key, total integer not null)')
      await tx.run("insert into shelves (id, total) values ('a', 0)")
      await tx.run('create table things (id text primary key)')
    })
  })

  const addOne = (tx: Tx) => tx.run("update shelves set total = total + 1 where id = 'a'")
  const total = async () =>
    (await db.read((reader) => reader.get<{ total: number }>("select total from shelves where id = 'a'")))?.total
  const put = (tx: Tx, id: string) => tx.run('insert into things (id) values (?)', id)
  const names = (count: number) => Array.from({ length: count }, (_, index) => String(index).padStart(3, '0'))

  test('waits for earlier transactions, whether they succeed or fail', async () => {
    const order: number[] = []
    const asked = Array.from({ length: 20 }, (_, index) =>
      db.transaction(async (tx) => {
        await pause((index % 3) * 2)
        await addOne(tx)
        order.push(index)
        if (index % 5 === 0) throw new Error('not this one')
      }),
    )
    const results = await Promise.allSettled(asked)
    expect(order).toEqual(Array.from({ length: 20 }, (_, index) => index))
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(4)
    expect(await total()).toBe(16)
  })

  test('reads the clock when it begins, not when it was queued', async () => {
    const first = db.transaction(async () => {
      await pause(2)
      now += 1_000
    })
    const second = db.transaction(async (tx) => tx.now)
    await first
    expect(await second).toBe(1_795_251_601_000)
  })

  test('runs before waiting transactions', async () => {
    const order: string[] = []
    const writes = [1, 2, 3].map(() =>
      db.transaction(async (tx) =>
        pause(5)
          .then(() => addOne(tx))
          .then(() => order.push('write')),
      ),
    )
    await total().then(() => order.push('read'))
    await Promise.all(writes)
    expect(order).toEqual(['read', 'write', 'write', 'write'])
  })

  test('each transaction sees the changes of earlier ones, but not of failed ones', async () => {
    const seen: number[] = []
    const look = async (tx: Tx) => seen.push((await tx.all('select id from things')).length)
    await Promise.allSettled(
      names(6).map((id, index) =>
        db.transaction(async (tx) => {
          await look(tx)
          await put(tx, id)
          if (index === 2) throw new Error('no')
        }),
      ),
    )
    expect(seen).toEqual([0, 1, 2, 2, 3, 4])
  })

  test('transactions resolve in the order of the calls', async () => {
    const order: number[] = []
    await Promise.all(
      names(100).map((id, index) =>
        db.transaction((tx) => put(tx, id), { durable: index % 4 !== 0 }).then(() => order.push(index)),
      ),
    )
    expect(order).toEqual(names(100).map(Number))
  })
}
