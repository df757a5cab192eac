import { setTimeout as pause } from 'node:timers/promises'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { type Database, type Tx, TransactionOverError } from '#db/engine/database.ts'

type Sources = { now: () => number; newId: () => string }

/** The contract of every engine for concurrent transactions, whether or not they share a commit. */
export function togetherContract(open: (sources: Sources) => Database | Promise<Database>): void {
  let db: Database
  let now: number

  beforeEach(async () => {
    now = 1_795_251_600_000
    db = await open({ now: () => now, newId: () => 'id' })
    onTestFinished(() => db.close())
    await db.transaction(async (tx) => {
      await tx.run(
        'create table things (id text primary key, needs text references things (id) deferrable initially deferred)',
      )
    })
  })

  const put = (tx: Tx, id: string) => tx.run('insert into things (id) values (?)', id)
  const found = async () =>
    (await db.read((reader) => reader.all<{ id: string }>('select id from things order by id'))).map(({ id }) => id)
  const names = (count: number) => Array.from({ length: count }, (_, index) => String(index).padStart(3, '0'))

  test('a failed transaction rolls back only itself', async () => {
    const asked = names(100).map((id, index) =>
      db.transaction(async (tx) => {
        await put(tx, id)
        await put(tx, `${id}b`)
        if (index % 3 === 0) throw new Error(`not ${id}`)
        return id
      }),
    )
    const results = await Promise.allSettled(asked)
    const kept = names(100).filter((_, index) => index % 3 !== 0)
    expect(
      results
        .filter(({ status }) => status === 'rejected')
        .map((result) => 'reason' in result && String(result.reason)),
    ).toEqual(
      names(100)
        .filter((_, index) => index % 3 === 0)
        .map((id) => `Error: not ${id}`),
    )
    expect(await found()).toEqual(kept.flatMap((id) => [id, `${id}b`]))
  })

  test('the first, the last or all transactions may fail', async () => {
    for (const failing of [[0], [9], names(10).map(Number)]) {
      const before = await found()
      const results = await Promise.allSettled(
        names(10).map((id, index) =>
          db.transaction(async (tx) =>
            put(tx, `${failing.length}-${failing[0]}-${id}`).then(() =>
              failing.includes(index) ? Promise.reject(new Error('no')) : undefined,
            ),
          ),
        ),
      )
      expect(results.map(({ status }) => status === 'rejected')).toEqual(
        names(10).map((_, index) => failing.includes(index)),
      )
      expect(await found()).toHaveLength(before.length + 10 - failing.length)
    }
  })

  test('a transaction resolves only after its changes are visible to all readers', async () => {
    const answers: string[] = []
    await Promise.all(
      names(40).map(async (id, index) => {
        await db.transaction(async (tx) => {
          await put(tx, id)
          if (index % 10 === 5) await pause(3)
          const answeredBefore = [...answers]
          const visible = await found()
          expect(answeredBefore.filter((answered) => !visible.includes(answered))).toEqual([])
        })
        answers.push(id)
        expect(await found()).toContain(id)
      }),
    )
    expect(answers).toHaveLength(40)
  })

  test('a failed commit resolves no transaction', async () => {
    const asked = [...names(5), 'dangling', ...names(10).slice(5)].map((id) =>
      db
        .transaction((tx) =>
          tx.run('insert into things (id, needs) values (?, ?)', id, id === 'dangling' ? 'nowhere' : null),
        )
        .then(() => id),
    )
    const results = await Promise.allSettled(asked)
    const done = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    expect(await found()).toEqual(done)
    expect(done).not.toContain('dangling')
    expect(await db.transaction((tx) => put(tx, 'after'))).toBe(1)
  })

  test('each transaction reads the clock when it begins', async () => {
    const times: number[] = []
    // One after the other: those that run at once may begin before another one has turned the clock.
    for (const _ of names(3)) {
      times.push(await db.transaction(async (tx) => tx.now))
      now += 1_000
    }
    expect(times).toEqual([1_795_251_600_000, 1_795_251_601_000, 1_795_251_602_000])
  })

  test('slow transactions and later arrivals never block the queue for ever', async () => {
    const later: Promise<number>[] = []
    const slow = names(20).map((id) =>
      db.transaction(
        async (tx) => {
          await pause(1)
          await put(tx, id)
          await pause(1)
          return 1
        },
        { durable: Number(id) % 2 === 0 },
      ),
    )
    for (const id of names(20)) {
      await pause(1)
      later.push(db.transaction((tx) => put(tx, `later-${id}`)))
    }
    expect(await Promise.all([...slow, ...later])).toEqual(Array.from({ length: 40 }, () => 1))
    expect(await found()).toHaveLength(40)
  })

  test('a step after the end of its transaction is refused while the next one runs', async () => {
    let stray: Promise<unknown> | undefined
    const first = db.transaction(async (tx) => {
      await put(tx, 'first')
      stray = pause(3).then(() => put(tx, 'stray'))
      stray.catch(() => undefined)
    })
    const second = db.transaction(async (tx) => {
      await pause(8)
      await put(tx, 'second')
    })
    await Promise.all([first, second])
    await expect(stray).rejects.toBeInstanceOf(TransactionOverError)
    expect(await found()).toEqual(['first', 'second'])
  })

  test('all transactions queued before closing are settled', async () => {
    const asked = Promise.all(names(150).map((id) => db.transaction((tx) => put(tx, id))))
    await db.close()
    expect(await asked).toHaveLength(150)
  })
}
