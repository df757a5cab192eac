import { expect, inject, onTestFinished, test } from 'vitest'
import { ask } from './ask.ts'
import { type Pair, startPair } from './pair.ts'

const READ_ONLY = '25006'

test('a standby refuses writes, and says that it is one', async () => {
  const { primary, standby } = await start()
  const question = 'select pg_is_in_recovery() as standby'
  expect(await ask(primary.url, question)).toEqual([{ standby: false }])
  expect(await ask(standby.url, question)).toEqual([{ standby: true }])
  await expect(ask(standby.url, 'create table notes (text text)')).rejects.toMatchObject({ code: READ_ONLY })
})

test('every row that was committed is there after the primary was killed and the standby promoted', async () => {
  const { primary, standby, promote } = await start()
  await ask(primary.url, 'create table notes (number int)')
  const numbers = Array.from({ length: 50 }, (_, number) => ({ number }))
  for (const { number } of numbers) await ask(primary.url, 'insert into notes values ($1)', [number])
  primary.kill()
  await promote()
  expect(await ask(standby.url, 'select number from notes order by number')).toEqual(numbers)
  await ask(standby.url, 'insert into notes values (50)')
  await expect(ask(primary.url, 'select 1')).rejects.toThrow('ECONNREFUSED')
})

async function start(): Promise<Pair> {
  const pair = await startPair({ cluster: inject('cluster') })
  onTestFinished(() => pair.stop())
  return pair
}
