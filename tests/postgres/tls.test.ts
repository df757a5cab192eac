import { chmodSync, copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test } from 'vitest'
import { DatabaseUnavailableError, type Database } from '#db/engine/database.ts'
import { readAddress } from '#db/engine/postgres/address.ts'
import { openPostgres } from '#db/engine/postgres/postgres.ts'
import { give, serverAccount } from './account.ts'
import { startPostgres } from './server.ts'

/** A certificate of `localhost` and its authority, made for these tests alone. They are valid for a hundred years. */
const CERTIFICATES = join(import.meta.dirname, 'tls')
const AUTHORITY = join(CERTIFICATES, 'authority.pem')

async function startEncrypted(): Promise<string> {
  const account = serverAccount()
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-tls-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const name of ['server.pem', 'server.key']) {
    copyFileSync(join(CERTIFICATES, name), join(folder, name))
    chmodSync(join(folder, name), 0o600)
    give(join(folder, name), account)
  }
  give(folder, account)
  const settings = { ssl: 'on', ssl_cert_file: join(folder, 'server.pem'), ssl_key_file: join(folder, 'server.key') }
  const server = await startPostgres({ cluster: inject('cluster'), settings })
  onTestFinished(() => server.stop())
  return server.url
}

/** The database at an address, with other words than those of the test server’s URL. */
function open(url: string, { host, query }: { host: string; query: string }): Database {
  const address = readAddress(`${url.replace('127.0.0.1', host)}?${query}`)
  const db = openPostgres(address, { connections: 1, timeout: 5_000 }, { now: Date.now, newId: () => 'id' })
  onTestFinished(() => db.close())
  return db
}

const isEncrypted = (db: Database) =>
  db.read((reader) => reader.get('select ssl from pg_stat_ssl where pid = pg_backend_pid()'))

test('a connection is encrypted, and the certificate and its host are verified', async () => {
  const url = await startEncrypted()
  for (const mode of ['sslmode=verify-full', 'sslmode=require']) {
    const query = `${mode}&sslrootcert=${AUTHORITY}`
    expect(await isEncrypted(open(url, { host: 'localhost', query }))).toEqual({ ssl: true })
    const refused = [
      // Another authority, and another host than the certificate’s.
      open(url, { host: 'localhost', query: mode }),
      open(url, { host: '127.0.0.1', query }),
    ]
    for (const db of refused) await expect(isEncrypted(db)).rejects.toBeInstanceOf(DatabaseUnavailableError)
  }
  expect(await isEncrypted(open(url, { host: 'localhost', query: 'sslmode=disable' }))).toEqual({ ssl: false })
})

test('a server without encryption is refused where it was asked for', async () => {
  const db = open(inject('postgres'), { host: 'localhost', query: `sslmode=verify-full&sslrootcert=${AUTHORITY}` })
  await expect(isEncrypted(db)).rejects.toThrow(/does not support SSL/)
})
