import { Client } from 'pg'
import { expect, inject, onTestFinished, test } from 'vitest'
import { ask } from './ask.ts'
import { type Database, makeDatabase } from './database.ts'

const NO_SUCH_TABLE = '42P01'
const NO_SUCH_DATABASE = '3D000'

test('two databases of one server do not see each other', async () => {
  const [one, other] = [await make(), await make()]
  await ask(one.url, 'create table notes (text text)')
  expect(await ask(one.url, 'select * from notes')).toEqual([])
  await expect(ask(other.url, 'select * from notes')).rejects.toMatchObject({ code: NO_SUCH_TABLE })
})

test('a database made from a template holds what the template holds', async () => {
  const template = await make()
  await ask(template.url, 'create table notes (text text)')
  await ask(template.url, `insert into notes values ('kept')`)
  const copies = await Promise.all([1, 2, 3].map(() => make(new URL(template.url).pathname.slice(1))))
  for (const { url } of copies) expect(await ask(url, 'select text from notes')).toEqual([{ text: 'kept' }])
})

test('a database is dropped while somebody is connected to it', async () => {
  const { url, drop } = await makeDatabase(inject('postgres'))
  const client = new Client({ connectionString: url })
  const broken = new Promise((resolve) => client.on('error', resolve))
  await client.connect()
  await drop()
  await broken
  await expect(ask(url, 'select 1')).rejects.toMatchObject({ code: NO_SUCH_DATABASE })
})

async function make(template?: string): Promise<Database> {
  const database = await makeDatabase(inject('postgres'), template)
  onTestFinished(() => database.drop())
  return database
}
