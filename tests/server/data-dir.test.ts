import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { bootWorld } from '#server/boot.ts'
import { ConfigError, readConfig } from '#server/config/config.ts'
import { usingDataDir } from '#server/data-dir.ts'

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
    if (code === 'EACCES') expect(faults[0]).toContain(`the user ${userInfo().username}:`)
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
