import { expect, onTestFinished, test } from 'vitest'
import { readAddress } from '#db/engine/postgres/address.ts'
import { openPostgres } from '#db/engine/postgres/postgres.ts'
import { DatabaseUnavailableError, OutcomeUnknownError } from '#db/engine/database.ts'
import { honest, isCommit, type Manner, openWire } from '#tests/instances/wire.ts'
import { ask } from './ask.ts'
import { makeEmpty } from './databases.ts'

const TIMEOUT_MS = 1_000
/** The limit of a statement, the second that its answer may be late, and a busy machine. */
const LONGEST_MS = TIMEOUT_MS + 1_000 + 1_500

test.each<[name: string, manner: Manner, kept: number]>([
  ['before it arrived', ({ cut }) => cut(), 0],
  ['before its answer', ({ pass }) => pass(), 1],
])('a commit whose connection is cut %s has an unknown outcome', async (_name, atCommit, kept) => {
  const { db, wire, count } = await start()
  let committed = false
  wire.behave((onItsWay) => {
    if (isCommit(onItsWay)) {
      committed = true
      atCommit(onItsWay)
    } else if (committed) onItsWay.cut()
    else onItsWay.pass()
  })
  await expect(put(db)).rejects.toThrow(OutcomeUnknownError)
  wire.behave(honest)
  await expect.poll(count).toBe(kept)
  await put(db)
  expect(await count()).toBe(kept + 1)
})

test('a commit that is never answered has an unknown outcome in time', async () => {
  const { db, wire } = await start()
  let committed = false
  wire.behave((onItsWay) => {
    committed ||= isCommit(onItsWay)
    if (!committed) onItsWay.pass()
  })
  const asked = performance.now()
  await expect(put(db)).rejects.toThrow(OutcomeUnknownError)
  expect(performance.now() - asked).toBeLessThan(LONGEST_MS)
})

test.each<[name: string, manner: Manner]>([
  [
    'cut in the middle of an answer',
    ({ from, chunk, pass, cut }) => {
      if (from === 'instance') return pass()
      pass(chunk.subarray(0, Math.ceil(chunk.length / 2)))
      setTimeout(cut, 20)
    },
  ],
  ['half closed instead of answered', ({ from, pass, halfClose }) => (from === 'instance' ? pass() : halfClose())],
  ['silent', () => undefined],
])(
  'a statement whose connection is %s is unavailable in time, and the next one has a new connection',
  async (_name, manner) => {
    const { db, wire, count } = await start()
    const asked = performance.now()
    await expect(
      db.transaction(async (tx) => {
        await tx.run('insert into things (id) values (?)', '1')
        wire.behave(manner)
        await tx.run('insert into things (id) values (?)', '2')
      }),
    ).rejects.toThrow(DatabaseUnavailableError)
    expect(performance.now() - asked).toBeLessThan(LONGEST_MS)
    wire.behave(honest)
    await put(db)
    expect(await count()).toBe(1)
  },
)

test('a connection that broke before the commit was sent has kept nothing, and this is known', async () => {
  const { db, wire, count } = await start()
  await expect(
    db.transaction(async (tx) => {
      await tx.run('insert into things (id) values (?)', '1')
      await wire.cutAll()
    }),
  ).rejects.toThrow(DatabaseUnavailableError)
  expect(await count()).toBe(0)
})

async function start() {
  const database = await makeEmpty()
  await ask(database.url, 'create table things (id text not null)')
  const wire = await openWire(database.url)
  const db = openPostgres(
    readAddress(wire.url),
    { connections: 1, timeout: TIMEOUT_MS },
    { now: Date.now, newId: () => 'id' },
  )
  onTestFinished(async () => {
    await wire.close()
    await db.close()
    await database.drop()
  })
  const count = async () => Number((await ask(database.url, 'select count(*) from things'))[0]?.count)
  return { db, wire, count }
}

function put(db: ReturnType<typeof openPostgres>): Promise<number> {
  return db.transaction((tx) => tx.run('insert into things (id) values (?)', 'id'))
}
