import { cpSync, linkSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { bootWorld } from '#server/boot.ts'
import { readConfig } from '#server/config/config.ts'
import { migrate, pendingMigrations } from '#db/engine/sqlite/migrate.ts'
import { signUp } from '#tests/helpers/people.ts'
import { ROOT } from '#tests/helpers/process.ts'
import { makeWorld } from '#tests/helpers/world.ts'
import { signUpEquipped } from '#tests/server/second-factor/steps.ts'
import { backUp } from '#db/engine/sqlite/backup.ts'
import { latchkey, latchkeyJson, makeFolder } from '#tests/cli/latchkey.ts'
import { change, FILE, filesIn, killedWith, peopleIn, withBackup } from '#tests/cli/restore-steps.ts'

const MIGRATIONS = join(ROOT, 'migrations/sqlite')

describe('latchkey restore', () => {
  test('puts a backup into a new directory, for this user alone, and ends the sessions', async () => {
    const { backup } = await withBackup()
    const before = filesIn(join(backup, '..'))
    const dataDir = join(makeFolder(), 'data')
    const { code, out, err } = await latchkey(['restore', backup], { DATA_DIR: dataDir })
    expect([code, err]).toEqual([0, ''])
    const file = join(dataDir, FILE)
    expect(out).toBe(
      `Restored ${file}: ${statSync(file).size} bytes, checked, for this user alone.\nOne session was ended.\n` +
        'Backup codes that were used since the backup work again: people should make new ones.\nStart the server.\n',
    )
    expect(filesIn(join(backup, '..'))).toEqual(before)
    expect([statSync(dataDir).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600])
    expect(readdirSync(dataDir).toSorted()).toEqual([FILE, 'lock', 'rp-id'])

    const world = bootWorld(readConfig({ DATA_DIR: dataDir }), { log: () => {} })
    expect(await world.db.read((reader) => reader.all('select id from sessions'))).toEqual([])
    const events = await world.db.read((reader) =>
      reader.all('select kind, details from events order by place desc limit 1'),
    )
    expect(events).toEqual([{ kind: 'sessions_ended', details: expect.stringContaining('"by":"operator"') }])
    await world.db.close()
    expect(peopleIn(file)).toEqual(['ada@example.com'])
  })

  test('with --replace keeps the database of a killed server beside it, with what was only in its log', async () => {
    const { backup } = await withBackup()
    const dataDir = await killedWith('bob@example.com')
    const { code, data } = await latchkeyJson(['restore', backup, '--replace'], { DATA_DIR: dataDir })
    expect([code, data]).toEqual([
      0,
      {
        file: join(dataDir, FILE),
        bytes: statSync(join(dataDir, FILE)).size,
        aside: expect.stringMatching(/\/latchkey\.sqlite\.replaced-\d{8}T\d{6}Z$/),
        migrated: 0,
        ended: 1,
        cancelled: 0,
        fits: 'nothing depends on it',
        rpId: 'localhost',
        knowsRpId: true,
      },
    ])
    expect(statSync(String(data.aside)).mode & 0o777).toBe(0o600)
    expect(readdirSync(dataDir).filter((name) => /-(wal|shm|journal)$|restoring/.test(name))).toEqual([])
    expect(peopleIn(join(dataDir, FILE))).toEqual(['ada@example.com'])
    expect(peopleIn(String(data.aside))).toEqual(['bob@example.com'])
  })

  test('replaces a damaged database, and keeps it and its log as they were', async () => {
    const { backup } = await withBackup()
    const dataDir = await killedWith('bob@example.com')
    const damaged = Buffer.from('This was a database. '.repeat(500))
    writeFileSync(join(dataDir, FILE), damaged)
    const wal = readFileSync(join(dataDir, `${FILE}-wal`))
    const { code, data } = await latchkeyJson(['restore', backup, '--replace'], { DATA_DIR: dataDir })
    expect(code).toBe(0)
    expect(readFileSync(String(data.aside)).equals(damaged)).toBe(true)
    expect(readFileSync(`${String(data.aside)}-wal`).equals(wal)).toBe(true)
    expect(peopleIn(join(dataDir, FILE))).toEqual(['ada@example.com'])
  })

  test('removes the second name of the old database that a killed run has left', async () => {
    const { backup } = await withBackup()
    const dataDir = await killedWith('bob@example.com')
    const [left, other] = ['20260101T000000Z', '20260101T000001Z'].map((time) =>
      join(dataDir, `${FILE}.replaced-${time}`),
    )
    linkSync(join(dataDir, FILE), String(left))
    cpSync(backup, String(other))
    const { code, data } = await latchkeyJson(['restore', backup, '--replace'], { DATA_DIR: dataDir })
    expect(code).toBe(0)
    const names = readdirSync(dataDir).filter((name) => name.includes('.replaced-'))
    expect(names.map((name) => join(dataDir, name)).toSorted()).toEqual([other, data.aside])
  })

  test('takes in the log beside a file that was copied from a killed server', async () => {
    const dataDir = await killedWith('bob@example.com')
    const target = join(makeFolder(), 'data')
    expect(await latchkey(['restore', join(dataDir, FILE)], { DATA_DIR: target })).toMatchObject({
      code: 0,
      out: expect.stringContaining('The backup does not name its RP ID. It must be localhost, or no passkey works.'),
    })
    expect(peopleIn(join(target, FILE))).toEqual(['bob@example.com'])
  })

  test('migrates a backup of an older version', async () => {
    const folder = makeFolder()
    mkdirSync(join(folder, 'older'))
    for (const name of readdirSync(MIGRATIONS).filter((file) => file < '0020'))
      cpSync(join(MIGRATIONS, name), join(folder, 'older', name))
    migrate(join(folder, 'backup.sqlite'), join(folder, 'older'))
    const dataDir = join(folder, 'data')
    const { code, out } = await latchkey(['restore', join(folder, 'backup.sqlite')], { DATA_DIR: dataDir })
    const steps = readdirSync(MIGRATIONS).filter((file) => file >= '0020').length
    expect([code, out]).toEqual([0, expect.stringContaining(`It was migrated to this version (${steps} steps).`)])
    expect(pendingMigrations(join(dataDir, FILE), MIGRATIONS)).toEqual([])
  })

  test('says so if SECRET is not the one of the backup, and restores all the same', async () => {
    const world = makeWorld()
    await signUpEquipped(world)
    const backup = join(makeFolder(), 'backup.sqlite')
    backUp(join(world.config.dataDir, FILE), backup)
    const dataDir = join(makeFolder(), 'data')
    const wrong = await latchkey(['restore', backup], { DATA_DIR: dataDir })
    expect(wrong).toMatchObject({ code: 0, out: expect.stringContaining('SECRET is not the one of the backup') })
    const environment = { DATA_DIR: dataDir, SECRET_FILE: join(world.config.dataDir, 'secret') }
    expect(await latchkeyJson(['restore', backup, '--replace'], environment)).toMatchObject({
      code: 0,
      data: { fits: 'yes' },
    })
  })
})

describe('latchkey restore refuses, and leaves all as it was', () => {
  test.each<[string, (backup: string) => void, RegExp]>([
    ['no database', (backup) => writeFileSync(backup, 'This is no database. '.repeat(200)), /^\S+ is no database\.\n$/],
    ['an empty file', (backup) => writeFileSync(backup, ''), /^\S+ is empty: it is no backup\.\n$/],
    ['a damaged one', damage, /^\S+ (cannot be used\. The copy is damaged: .+|is damaged: use another backup)\.\n$/],
    [
      'a row without its owner',
      (backup) => change(backup, `pragma foreign_keys = off; delete from users`),
      /^\S+ cannot be used\. The copy is damaged: a row of \w+ has no owner/,
    ],
    [
      'a newer version',
      (backup) => change(backup, `insert into migrations (name, checksum) values ('9999_later.sql', '')`),
      /^\S+ does not fit this version\. This database was written by a newer version: it has 9999_later\.sql\.\n$/,
    ],
    [
      'a migration that was changed',
      (backup) => change(backup, `update migrations set checksum = '' where name like '0003%'`),
      /^\S+ does not fit this version\. Migration 0003_one_time\.sql was changed after it was applied\.\n$/,
    ],
    [
      'another RP ID',
      (backup) => change(backup, `update instance set value = 'example.com' where name = 'rp_id'`),
      /^\S+ belongs to the RP ID example\.com, and RP_ID is localhost: no passkey would work\.\n$/,
    ],
    [
      'a database that was moved away',
      (backup) => change(backup, `insert into instance (name, value) values ('moved', 'postgres://x@db/x')`),
      /^\S+ was moved to postgres:\/\/x@db\/x: start with that one instead\.\n$/,
    ],
  ])('a file with %s', async (_, spoil, sentence) => {
    const { backup } = await withBackup()
    spoil(backup)
    const dataDir = await killedWith('bob@example.com')
    const before = filesIn(dataDir)
    const { code, out, err } = await latchkey(['restore', backup, '--replace'], { DATA_DIR: dataDir })
    expect([code, out, err]).toEqual([1, '', expect.stringMatching(sentence)])
    expect(filesIn(dataDir)).toEqual(before)
  })

  test('another database than ours', async () => {
    const backup = join(makeFolder(), 'other.sqlite')
    change(backup, 'create table notes (text text)')
    const dataDir = join(makeFolder(), 'data')
    const { code, err } = await latchkey(['restore', backup], { DATA_DIR: dataDir })
    expect([code, err]).toEqual([1, `${backup} is no database of Latchkey.\n`])
    expect(filesIn(dataDir)).toEqual({})
  })

  test('a directory with a database, without --replace', async () => {
    const { backup } = await withBackup()
    const dataDir = await killedWith('bob@example.com')
    const before = filesIn(dataDir)
    expect(await latchkeyJson(['restore', backup], { DATA_DIR: dataDir })).toEqual({
      code: 1,
      data: { error: `DATA_DIR ${dataDir} has a database: say --replace to replace it. The old one is kept then.` },
    })
    expect(filesIn(dataDir)).toEqual(before)
  })

  test('another RP ID than the one that the directory keeps', async () => {
    const { backup } = await withBackup()
    const dataDir = await killedWith('bob@example.com')
    writeFileSync(join(dataDir, 'rp-id'), 'example.com')
    const before = filesIn(dataDir)
    const { code, err } = await latchkey(['restore', backup, '--replace'], { DATA_DIR: dataDir })
    expect([code, err]).toEqual([1, expect.stringContaining('RP_ID localhost differs from example.com')])
    expect(filesIn(dataDir)).toEqual(before)
  })

  test('while another program has the database open', async () => {
    const { world, backup } = await withBackup()
    const { dataDir } = world.config
    await signUp(world, { email: 'eve@example.com' })
    const { code, err } = await latchkey(['restore', backup, '--replace'], { DATA_DIR: dataDir })
    expect([code, err]).toEqual([1, expect.stringContaining(`DATA_DIR ${dataDir} is locked by another program`)])
    expect(readdirSync(dataDir).filter((name) => /restoring|replaced/.test(name))).toEqual([])
    expect(peopleIn(join(dataDir, FILE))).toEqual(['ada@example.com', 'eve@example.com'])
  })

  test.each([
    ['a missing file', '/nowhere.sqlite', {}, '/nowhere.sqlite does not exist.\n'],
    ['a folder', '/tmp', {}, '/tmp is no file.\n'],
    [
      'PostgreSQL',
      '/nowhere.sqlite',
      {
        DATABASE_URL: 'postgres://latchkey:hidden@localhost/latchkey',
        SECRET: '0123456789abcdefghijklmnopqrstuvwxyzABCDEFG',
      },
      'DATABASE_URL is set: restore PostgreSQL with pg_restore, as docs/operations.md describes.\n',
    ],
  ])('%s', async (_, backup, environment, err) => {
    const dataDir = join(makeFolder(), 'data')
    expect(await latchkey(['restore', backup], { DATA_DIR: dataDir, ...environment })).toEqual({
      code: 1,
      out: '',
      err,
    })
  })

  test('the database itself', async () => {
    const dataDir = await killedWith('bob@example.com')
    const file = join(dataDir, FILE)
    const { code, err } = await latchkey(['restore', file, '--replace'], { DATA_DIR: dataDir })
    expect([code, err]).toEqual([1, `${file} is the database itself: name a backup of it.\n`])
  })
})

/** Overwrites pages in the middle, as a failing disk does. */
function damage(backup: string): void {
  const bytes = readFileSync(backup)
  bytes.fill(0xaa, 4_096 * 3, 4_096 * 20)
  writeFileSync(backup, bytes)
}
