import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import BetterSqlite from 'better-sqlite3'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { bootWorld } from '#server/boot.ts'
import { ConfigError, readConfig } from '#server/config/config.ts'
import type { World } from '#server/world.ts'
import { makeClient } from '#tests/helpers/client.ts'

const SECRET = 'q1vRzLx8nG3bY7mTfW0cKdJ5sA9hEuPoZiXl2B4tVwM'
const CHILD = join(import.meta.dirname, 'boot-child.ts')
const MIGRATIONS = join(import.meta.dirname, '../../migrations/sqlite')

let dataDir: string
beforeEach(() => {
  const place = mkdtempSync(join(tmpdir(), 'latchkey-'))
  onTestFinished(() => rmSync(place, { recursive: true, force: true }))
  dataDir = join(place, 'data')
})

function boot(environment: Record<string, string> = {}): World {
  const world = bootWorld(readConfig({ DATA_DIR: dataDir, ...environment }), { log: () => {} })
  onTestFinished(() => world.db.close())
  return world
}

const inData = (name: string) => join(dataDir, name)
const modeOf = (path: string) => statSync(path).mode & 0o777
const keyIds = ({ keys }: World) => Object.values(keys).map(([{ id }]) => id)

test('N10 a world hashes at the full cost: 19 MiB, two passes, one lane', () => {
  expect(boot().hashCost).toEqual({ memoryCost: 19_456, timeCost: 2, parallelism: 1 })
})

describe('the secret on localhost', () => {
  test('is made once, readable only by its owner, and reused', async () => {
    const first = boot()
    await first.db.close()
    const kept = readFileSync(inData('secret'), 'utf8')
    expect(Buffer.from(kept, 'base64url')).toHaveLength(32)
    expect(modeOf(inData('secret'))).toBe(0o600)
    expect(modeOf(dataDir)).toBe(0o700)

    expect(keyIds(boot())).toEqual(keyIds(first))
    expect(readFileSync(inData('secret'), 'utf8')).toBe(kept)
  })

  test('gets its permissions restricted again if they were widened', () => {
    boot()
    chmodSync(inData('secret'), 0o644)
    boot()
    expect(modeOf(inData('secret'))).toBe(0o600)
  })

  test('is not made if one is configured', () => {
    const world = boot({ SECRET })
    expect(existsSync(inData('secret'))).toBe(false)
    expect(keyIds(boot({ SECRET }))).toEqual(keyIds(world))
  })

  test.each(['', 'q1vRzLx8', '\n'])('S12 is refused when the file holds only %j', (rest) => {
    boot()
    writeFileSync(inData('secret'), rest)
    expect(() => boot()).toThrow(/secret is incomplete/)
    expect(readFileSync(inData('secret'), 'utf8')).toBe(rest)
  })
})

describe('the relying party', () => {
  test('U28 is stored at the first start, and another one is refused afterwards', () => {
    boot({
      ORIGIN: 'https://id.example.com',
      RP_ID: 'example.com',
      SECRET,
      RESEND_API_KEY: 're_key',
      MAIL_FROM: 'id@example.com',
    })
    const changed = () =>
      boot({ ORIGIN: 'https://id.example.com', SECRET, RESEND_API_KEY: 're_key', MAIL_FROM: 'id@example.com' })
    expect(changed).toThrow(ConfigError)
    expect(changed).toThrow('RP_ID id.example.com differs from example.com')
  })

  test('may keep its id when the origin changes', () => {
    const common = { RP_ID: 'example.com', SECRET, RESEND_API_KEY: 're_key', MAIL_FROM: 'id@example.com' }
    boot({ ORIGIN: 'https://id.example.com', ...common })
    expect(boot({ ORIGIN: 'https://login.example.com', ...common }).config.rp.id).toBe('example.com')
  })
})

test('V16.2.2 each line of the log is a JSON object with its time in UTC', () => {
  const lines: string[] = []
  const written = vi.spyOn(process.stdout, 'write').mockImplementation((text) => (lines.push(String(text)), true))
  const { log, db } = bootWorld(readConfig({ DATA_DIR: dataDir }))
  onTestFinished(() => db.close())
  log('warn', 'Something\nhappened "here"', { path: '/a\r\n{"level":"info"}\u2028' })
  log('info', 'And more')
  written.mockRestore()

  expect(lines).toHaveLength(2)
  for (const line of lines) expect(line).toMatch(/^\{[^\r\n]*\}\n$/)
  const [first, second] = lines.map((line) => JSON.parse(line) as { at: string; message: string })
  expect(first).toMatchObject({
    level: 'warn',
    message: 'Something\nhappened "here"',
    path: '/a\r\n{"level":"info"}\u2028',
  })
  for (const entry of [first, second]) expect(entry?.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
})

test('V15.2.3 the clock can be turned only in testing mode', async () => {
  expect(boot().advanceClock).toBeUndefined()
  const world = boot({ TESTING: '1' })
  const before = world.now()
  await world.advanceClock?.(3_600_000)
  expect(world.now() - before).toBeGreaterThanOrEqual(3_600_000)
  expect(world.now() - before).toBeLessThan(3_660_000)
})

test('V15.2.3 a world without testing mode has no testing routes', async () => {
  const client = makeClient(boot())
  expect((await client.get('/api/testing/mailbox')).status).toBe(404)
  expect((await client.post('/api/testing/clock', { advance: 0 })).status).toBe(404)
})

test('four processes that start at once in an empty folder share one secret and one database with each migration applied once', async () => {
  const at = Date.now() + 1_500
  const ended = await Promise.all([1, 2, 3, 4].map(() => startChild(at)))

  expect(ended.map(({ code, err }) => [code, err])).toEqual(ended.map(() => [0, '']))
  expect(new Set(ended.map(({ out }) => out)).size).toBe(1)
  expect(readdirSync(dataDir).sort()).toEqual(['latchkey.sqlite', 'rp-id', 'secret'])

  const database = new BetterSqlite(inData('latchkey.sqlite'))
  onTestFinished(() => void database.close())
  expect(database.prepare('select name from migrations order by name').pluck().all()).toEqual(
    readdirSync(MIGRATIONS).sort(),
  )
  expect(database.prepare('select count(*) from spent').pluck().get()).toBe(4)
})

/** A real process that boots a world here at a moment, writes one row, and prints its keys. */
async function startChild(at: number): Promise<{ code: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, [CHILD, String(at)], { env: { NODE_ENV: 'test', DATA_DIR: dataDir } })
  const closed = new Promise<number | null>((resolve) => child.on('close', resolve))
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  return { code: await closed, out, err }
}
