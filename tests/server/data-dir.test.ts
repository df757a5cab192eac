import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { bootWorld } from '#server/boot.ts'
import { ConfigError, readConfig } from '#server/config/config.ts'
import { narrowDataDir, usingDataDir } from '#server/data-dir.ts'

let place: string
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'latchkey-'))
  onTestFinished(() => rmSync(place, { recursive: true, force: true }))
})

/** The faults with which a start in this directory is refused. */
function faultsAt(dataDir: string): string[] {
  return faultsIn(() => void bootWorld(readConfig({ DATA_DIR: dataDir }), { log: () => {} }).db.close())
}

function faultsIn(work: () => void): string[] {
  try {
    work()
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.faults
    throw error
  }
}

describe('a start is refused with one sentence that names DATA_DIR and says what to do', () => {
  test('if it is a file, below a file, or a link that leads to itself', () => {
    const file = join(place, 'file')
    writeFileSync(file, '')
    const loop = join(place, 'loop')
    symlinkSync(loop, loop)
    for (const dataDir of [file, join(file, 'data'), loop, join(loop, 'data'), join(place, 'x'.repeat(300))])
      expect(faultsAt(dataDir)).toEqual([
        `DATA_DIR ${dataDir} is no directory and cannot become one: choose another path`,
      ])
    expect(readdirSync(place).sort()).toEqual(['file', 'loop'])
  })

  test('if its database is none, or a folder has its name', () => {
    writeFileSync(join(place, 'latchkey.sqlite'), 'This is no database. '.repeat(100))
    expect(faultsAt(place)).toEqual([expect.stringMatching(/^DATA_DIR \S+ has a damaged database: restore a backup/)])
    rmSync(join(place, 'latchkey.sqlite'))
    mkdirSync(join(place, 'latchkey.sqlite'))
    expect(faultsAt(place)).toEqual([expect.stringMatching(/^DATA_DIR \S+ is no directory/)])
  })

  test('if its database was written by a newer version', () => {
    expect(faultsAt(place)).toEqual([])
    const database = new BetterSqlite(join(place, 'latchkey.sqlite'))
    database.exec("insert into migrations (name, checksum) values ('9999_later.sql', 'x')")
    database.close()
    expect(faultsAt(place)).toEqual([
      `DATA_DIR ${place} has a database that does not fit: This database was written by a newer version: it has 9999_later.sql.`,
    ])
  })

  // A test may run as a user whom no permission stops, so these faults are thrown by hand.
  test.each([
    ['EACCES', new RegExp(`by the user ${userInfo().username}: run`)],
    ['EACCES', /cannot be used by the user \S+: run `chown -R \S+ \/srv\/data` as root/],
    ['EPERM', /cannot be used by the user/],
    ['SQLITE_READONLY', /cannot be used by the user/],
    ['SQLITE_READONLY_DIRECTORY', /cannot be used by the user/],
    ['SQLITE_CANTOPEN', /cannot be used by the user/],
    ['EROFS', /its disk is read-only: mount it for writing/],
    ['ENOSPC', /has no space left: free some/],
    ['EDQUOT', /has no space left: free some/],
    ['SQLITE_FULL', /has no space left: free some/],
    ['EIO', /its disk fails or cannot lock files: choose a directory on a local disk/],
    ['SQLITE_IOERR_LOCK', /its disk fails or cannot lock files/],
    ['SQLITE_BUSY', /is locked by another program: close what has its database open/],
  ])('if the system answers %s', (code, sentence) => {
    const faults = faultsIn(() =>
      usingDataDir('/srv/data', () => {
        throw Object.assign(new Error('no'), { code })
      }),
    )
    expect(faults).toEqual([expect.stringMatching(/^DATA_DIR \/srv\/data /)])
    expect(faults[0]).toMatch(sentence)
  })
})

test('a fault of ours at start, and a fault of another setting, stay as they are', () => {
  for (const error of [new Error('ours'), new TypeError('x'), new ConfigError(['PORT is wrong'])])
    expect(() =>
      usingDataDir('data', () => {
        throw error
      }),
    ).toThrow(error)
})

describe('a data directory that is open to other users', () => {
  const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)
  const FILES = ['latchkey.sqlite', 'latchkey.sqlite-wal', 'latchkey.sqlite-shm', 'rp-id', 'secret', 'lock']

  function narrowed(platform?: NodeJS.Platform): string[] {
    const lines: string[] = []
    narrowDataDir(place, (level, message, facts) => lines.push(JSON.stringify([level, message, facts])), platform)
    return lines
  }

  function fill(mode: number): void {
    for (const file of FILES) {
      writeFileSync(join(place, file), '')
      chmodSync(join(place, file), mode)
    }
  }

  test.each([0o755, 0o750, 0o701, 0o777, 0o1777])('is made private, and the log says so once: %i', (mode) => {
    fill(0o600)
    mkdirSync(join(place, 'lost+found'))
    chmodSync(place, mode)
    expect(narrowed()).toEqual([
      JSON.stringify(['warn', 'The data directory was open to other users, and is private now', { path: place }]),
    ])
    expect(modeOf(place)).toBe('700')
    expect(narrowed()).toEqual([])
  })

  test.each([0o644, 0o640, 0o604, 0o666])('has its files made private, and the log says so once: %i', (mode) => {
    fill(mode)
    expect(narrowed()).toEqual([
      JSON.stringify([
        'warn',
        'The files of the data directory were open to other users, and are private now',
        undefined,
      ]),
    ])
    expect(FILES.map((file) => modeOf(join(place, file)))).toEqual(FILES.map(() => '600'))
    expect(narrowed()).toEqual([])
  })

  test('is left as it is if it has files of others, and so are those; our own are made private', () => {
    fill(0o644)
    writeFileSync(join(place, 'letters.txt'), '')
    chmodSync(join(place, 'letters.txt'), 0o644)
    chmodSync(place, 0o755)
    expect(narrowed()).toHaveLength(2)
    expect(narrowed()).toEqual([
      JSON.stringify(['warn', 'The data directory is open to other users: run chmod 700 on it', { path: place }]),
    ])
    expect([modeOf(place), modeOf(join(place, 'letters.txt')), modeOf(join(place, 'secret'))]).toEqual([
      '755',
      '644',
      '600',
    ])
  })

  test('is left as it is on Windows', () => {
    fill(0o666)
    chmodSync(place, 0o777)
    expect(narrowed('win32')).toEqual([])
    expect(modeOf(place)).toBe('777')
  })

  test('is made private by a start', async () => {
    chmodSync(place, 0o755)
    const lines: string[] = []
    const world = bootWorld(readConfig({ DATA_DIR: place }), { log: (_level, message) => lines.push(message) })
    await world.db.close()
    expect([modeOf(place), lines]).toEqual(['700', ['The data directory was open to other users, and is private now']])
  })
})
