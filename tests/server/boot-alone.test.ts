import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import BetterSqlite from 'better-sqlite3'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { migrate } from '#db/engine/sqlite/migrate.ts'
import { bootCommand, bootServer } from '#server/boot.ts'
import { ConfigError, readConfig } from '#server/config/config.ts'

const CHILD = join(import.meta.dirname, 'boot-holder.ts')
const MIGRATIONS = join(import.meta.dirname, '../../migrations/sqlite')
const quiet = { log: () => {} }

let dataDir: string
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'latchkey-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
})

const config = () => readConfig({ DATA_DIR: dataDir })
const used = () => `DATA_DIR ${dataDir} is used by another Latchkey: stop that one, or choose another directory`

async function faultsOf(boot: () => Promise<unknown>): Promise<string[]> {
  try {
    await boot()
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
}

/** Another process that serves this directory. */
async function startHolder() {
  const child = spawn(process.execPath, [CHILD], { env: { NODE_ENV: 'test', DATA_DIR: dataDir } })
  onTestFinished(() => void child.kill('SIGKILL'))
  await once(child.stdout, 'data')
  return child
}

/** The database of an older version: all scripts but the newest were applied. */
function makeOlderDatabase(): void {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  for (const name of readdirSync(MIGRATIONS).sort().slice(0, -1))
    copyFileSync(join(MIGRATIONS, name), join(folder, name))
  migrate(join(dataDir, 'latchkey.sqlite'), folder)
}

describe('a server has its data directory for itself', () => {
  test('a second one in the same process is refused until the first has closed its database', async () => {
    const first = await bootServer(config(), quiet)
    expect(await faultsOf(() => bootServer(config(), quiet))).toEqual([used()])
    expect(await faultsOf(() => bootServer(config(), quiet))).toEqual([used()])
    await first.db.close()
    const second = await bootServer(config(), quiet)
    await second.db.close()
    expect(statSync(join(dataDir, 'lock')).mode & 0o777).toBe(0o600)
  })

  test('one in another process is refused before it migrates anything, and may start when that one was killed', async () => {
    const holder = await startHolder()
    const database = new BetterSqlite(join(dataDir, 'latchkey.sqlite'))
    const newest = readdirSync(MIGRATIONS).sort().at(-1)
    database.prepare('delete from migrations where name = ?').run(newest)
    expect(await faultsOf(() => bootServer(config(), quiet))).toEqual([used()])
    expect(database.prepare('select name from migrations where name = ?').get(newest)).toBeUndefined()
    database.close()

    holder.kill('SIGKILL')
    await once(holder, 'exit')
    rmSync(join(dataDir, 'latchkey.sqlite'))
    await (await bootServer(config(), quiet)).db.close()
  })

  test('three that start at once leave one', async () => {
    const children = [1, 2, 3].map(() =>
      spawn(process.execPath, [CHILD, 'briefly'], { env: { NODE_ENV: 'test', DATA_DIR: dataDir } }),
    )
    const said = await Promise.all(
      children.map(async ({ stdout, stderr }) => (await text(stdout)) + (await text(stderr))),
    )
    expect(said.filter((line) => line === 'served')).toHaveLength(1)
    expect(said.filter((line) => line.includes(used()))).toHaveLength(2)
  })

  test('a start that fails gives the directory back', async () => {
    await (await bootServer(config(), quiet)).db.close()
    expect(await faultsOf(() => bootServer({ ...config(), rp: { id: 'example.org', name: '' } }, quiet))).toEqual([
      expect.stringMatching(/^RP_ID example\.org differs from localhost/),
    ])
    await (await bootServer(config(), quiet)).db.close()
  })
})

describe('a command beside the server', () => {
  test('works while the server runs', async () => {
    await startHolder()
    const world = await bootCommand(config(), quiet)
    expect(await world.db.transaction((tx) => tx.get('select count(*) as people from users'))).toEqual({ people: 0 })
    await world.db.close()
  })

  test('refuses a database that this version would migrate, and changes nothing', async () => {
    makeOlderDatabase()
    const newest = readdirSync(MIGRATIONS).sort().at(-1)
    for (let run = 0; run < 2; run += 1)
      expect(await faultsOf(() => bootCommand(config(), quiet))).toEqual([
        `DATA_DIR ${dataDir} has the database of an older version, without ${newest}: run this command with that version, or start this version first`,
      ])
    const database = new BetterSqlite(join(dataDir, 'latchkey.sqlite'))
    expect(database.prepare('select name from migrations where name = ?').get(newest)).toBeUndefined()
    database.close()
    expect(existsSync(join(dataDir, 'secret'))).toBe(false)
  })

  test('refuses a directory without a database, and creates nothing', async () => {
    expect(await faultsOf(() => bootCommand(config(), quiet))).toEqual([`DATA_DIR ${dataDir} has no database`])
    expect(readdirSync(dataDir)).toEqual([])
  })
})
