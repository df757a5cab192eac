import { randomBytes } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import { freePort } from '#tests/helpers/process.ts'
import { ask } from '#tests/postgres/ask.ts'
import { startPostgres } from '#tests/postgres/server.ts'
import { sharePostgres, startHouse } from '#tests/process/instances.ts'
import { browse, signUpAt } from '#tests/process/people.ts'
import { makeFolder, run } from '#tests/process/server.ts'

const database = sharePostgres()
const SECRET = randomBytes(32).toString('base64url')

/** Starts an instance that is refused, and returns its one fault. Expects that the password is nowhere in it. */
async function faultOf(url: string, environment: Record<string, string> = {}): Promise<string> {
  const port = await freePort()
  const { ended, said } = run('server/main.ts', {
    ORIGIN: `http://localhost:${port}`,
    DATA_DIR: makeFolder(),
    SECRET,
    DATABASE_URL: url,
    DATABASE_TIMEOUT: '2s',
    ...environment,
  })
  expect(await ended).toBe(1)
  const { password } = new URL(url.replace(/,[^/]*/, ''))
  expect(password).not.toBe('')
  expect(said()).not.toContain(password)
  const [head, fault, ...more] = said().trim().split('\n')
  expect([head, more]).toEqual(['The configuration has a fault:', []])
  return fault?.trim() ?? ''
}

test('an instance with another RP ID or another secret is refused, and the first goes on', async () => {
  const { url } = await database()
  const house = await startHouse({ urls: [url], environment: { SECRET } })
  const { client } = await signUpAt(house, 'ada@example.org')

  expect(await faultOf(url, { SECRET: randomBytes(32).toString('base64url') })).toBe(
    '- SECRET is not the one of this database: give every instance the same list of secrets, newest first, and keep the last one in it',
  )
  expect(
    await faultOf(url, {
      ORIGIN: 'https://id.example.com',
      RESEND_API_KEY: 're_key',
      MAIL_FROM: 'id@example.com',
    }),
  ).toBe(
    '- RP_ID id.example.com differs from localhost. Every passkey in this database belongs to localhost and would stop working',
  )
  expect((await client.get('/api/session')).status).toBe(200)
  expect((await browse(house).get('/api/health')).status).toBe(200)
})

test('an older version is refused at a database that a newer one has migrated, and changes nothing', async () => {
  const { url } = await database()
  await ask(url, 'create table migrations (name text collate "C" primary key, checksum text collate "C" not null)')
  await ask(url, "insert into migrations values ('9999_of_tomorrow.sql', 'unknown')")
  expect(await faultOf(url)).toMatch(/^- DATABASE_URL leads to a database that does not fit: .*9999_of_tomorrow\.sql/)
  expect(await ask(url, "select tablename from pg_tables where schemaname = 'public'")).toEqual([
    { tablename: 'migrations' },
  ])
})

test('a database that cannot be used is refused in a sentence that does not show the password', async () => {
  const { url } = await database()
  const { host, username } = new URL(url)
  const changed = (change: (address: URL) => void) => {
    const address = new URL(url)
    change(address)
    return address.href
  }
  expect(await faultOf(changed((address) => (address.password = 'wrong-word')))).toBe(
    `- DATABASE_URL is refused: ${username} may not sign in at ${host} with this password`,
  )
  expect(await faultOf(changed((address) => (address.pathname = '/nowhere')))).toBe(
    '- DATABASE_URL names the database nowhere, which does not exist: create it with createdb',
  )
  const port = await freePort()
  expect(await faultOf(changed((address) => (address.port = String(port))))).toBe(
    `- DATABASE_URL leads to 127.0.0.1:${port}, where no database answers (ECONNREFUSED): start it, or correct the address`,
  )
  expect(await faultOf(`${changed((address) => (address.port = String(port)))}?sslmode=verify-full`)).toContain(
    'ECONNREFUSED',
  )
  expect(await faultOf(`${url}?sslmode=verify-full`)).toContain('leads to a server without encryption')
})

test('a user who may not create tables is refused in a sentence', async () => {
  const { url } = await database()
  await ask(url, `create role guest_${process.pid} login password 'guest-word'`)
  onTestFinished(async () => void (await ask(url, `drop role guest_${process.pid}`)))
  const guest = new URL(url)
  guest.username = `guest_${process.pid}`
  guest.password = 'guest-word'
  expect(await faultOf(guest.href)).toBe(
    `- DATABASE_URL leads to a database in which guest_${process.pid} may not create tables: make that user its owner`,
  )
})

test('a server that is only a standby is refused in a sentence', async () => {
  const primary = await startPostgres({ durable: true, settings: { wal_keep_size: '1GB' } })
  onTestFinished(() => primary.stop())
  const standby = await startPostgres({ cluster: primary.cluster, standbyOf: primary.url })
  onTestFinished(() => standby.stop())
  const twice = standby.url.replace(/@([^/]+)/, '@$1,$1')
  const { host } = new URL(standby.url)
  expect(await faultOf(twice)).toBe(`- DATABASE_URL names no primary: each of ${host}, ${host} is a standby`)
  expect(await faultOf(standby.url)).toBe(
    `- DATABASE_URL leads to ${host}, which is a standby: name the primary, or all servers, like db1:5432,db2:5432`,
  )
})
