import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, inject, onTestFinished, test, vi } from 'vitest'
import { runProgram } from '#tests/helpers/process.ts'
import { ask } from './ask.ts'
import { childrenOf, isRunning } from './processes.ts'
import { type Options, type Postgres, startPostgres } from './server.ts'

const WRONG_PASSWORD = '28P01'
const WAIT = { timeout: 20_000, interval: 20 }

test('a server answers on 127.0.0.1 to the password that SCRAM proves', async () => {
  const url = inject('postgres')
  expect(await ask(url, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(await ask(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }])
  expect(await ask(url, 'show unix_socket_directories')).toEqual([{ unix_socket_directories: '' }])
  const methods = await ask(url, 'select distinct auth_method from pg_hba_file_rules')
  expect(methods).toEqual([{ auth_method: 'scram-sha-256' }])
})

test('a wrong password is refused, and so is none', async () => {
  const wrong = new URL(inject('postgres'))
  wrong.password = 'wrong'
  await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: WRONG_PASSWORD })
  wrong.password = ''
  await expect(ask(wrong.href, 'select 1')).rejects.toThrow('password')
})

test('a server that is not durable does not wait for the disk, and a durable one does', async () => {
  const durable = await start({ durable: true, cluster: inject('cluster') })
  for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
    expect(await ask(inject('postgres'), `show ${name}`)).toEqual([{ [name]: 'off' }])
    expect(await ask(durable.url, `show ${name}`)).toEqual([{ [name]: 'on' }])
  }
})

test('nothing answers after a kill, and a start brings back all that was committed', async () => {
  const server = await start({ durable: true, cluster: inject('cluster') })
  await ask(server.url, 'create table notes (text text)')
  await ask(server.url, `insert into notes values ('committed')`)
  const before = server.pid
  const children = childrenOf(before)
  expect(children.length).toBeGreaterThan(3)

  server.kill()
  await expect(ask(server.url, 'select 1')).rejects.toThrow(/ECONNREFUSED|ECONNRESET/)
  await vi.waitFor(() => expect([before, ...children].filter(isRunning)).toEqual([]), WAIT)

  await server.start()
  expect(server.pid).not.toBe(before)
  expect(await ask(server.url, 'select text from notes')).toEqual([{ text: 'committed' }])
})

test('texts sort by their bytes, and as in a dictionary where a test asks for a language', async () => {
  const sorted = `select string_agg(text, ' ' order by text) as texts from (values ('a'), ('B'), ('é'), ('z')) as words (text)`
  expect(await ask(inject('postgres'), sorted)).toEqual([{ texts: 'B a z é' }])
  const english = await start({ locale: 'en-US' })
  expect(await ask(english.url, sorted)).toEqual([{ texts: 'a B é z' }])
})

test('a server that is stopped leaves neither a process nor a folder', async () => {
  const server = await startPostgres({ cluster: inject('cluster') })
  const processes = [server.pid, ...childrenOf(server.pid)]
  expect(existsSync(join(server.folder, 'data'))).toBe(true)
  expect(isRunning(server.pid)).toBe(true)
  await server.stop()
  expect(existsSync(server.folder)).toBe(false)
  expect(processes.filter(isRunning)).toEqual([])
})

test('a server that was killed leaves no folder when it is stopped', async () => {
  const server = await startPostgres({ cluster: inject('cluster') })
  server.kill()
  await server.stop()
  expect(existsSync(server.folder)).toBe(false)
})

test('a server ends when the process that started it is killed', async () => {
  const parent = runProgram(process.execPath, ['tests/postgres/orphan-child.ts'])
  onTestFinished(() => void parent.child.kill('SIGKILL'))
  if (parent.child.stdout) await once(parent.child.stdout, 'data')
  const { pid, folder } = JSON.parse(parent.said()) as { pid: number; folder: string }
  const processes = [pid, ...childrenOf(pid)]
  expect(isRunning(pid)).toBe(true)

  parent.child.kill('SIGKILL')
  await parent.ended
  await vi.waitFor(() => expect(existsSync(folder)).toBe(false), WAIT)
  expect(processes.filter(isRunning)).toEqual([])
})

test('nothing is left when the process is killed while the data is made', async () => {
  const place = mkdtempSync(join(tmpdir(), 'latchkey-'))
  onTestFinished(() => rmSync(place, { recursive: true, force: true }))
  // PostgreSQL may run as another user.
  chmodSync(place, 0o755)
  const parent = runProgram(process.execPath, ['tests/postgres/orphan-child.ts'], { TMPDIR: place })
  onTestFinished(() => void parent.child.kill('SIGKILL'))
  await vi.waitFor(() => expect(readdirSync(place, { recursive: true }).join()).toContain('/pristine/base'), WAIT)
  parent.child.kill('SIGKILL')
  await parent.ended
  expect(parent.said()).toBe('')
  await vi.waitFor(() => expect(readdirSync(place)).toEqual([]), WAIT)
})

test('a server that does not start throws what PostgreSQL printed', async () => {
  const broken = startPostgres({ cluster: inject('cluster'), settings: { no_such_setting: '1' } })
  await expect(broken).rejects.toThrow('unrecognized configuration parameter "no_such_setting"')
})

async function start(options: Options): Promise<Postgres> {
  const server = await startPostgres(options)
  onTestFinished(() => server.stop())
  return server
}
