import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { migrate } from '#db/engine/sqlite/migrate.ts'

const OURS = join(import.meta.dirname, '../../../migrations/sqlite')

let folder: string
let file: string
beforeEach(() => {
  const place = mkdtempSync(join(tmpdir(), 'latchkey-'))
  onTestFinished(() => rmSync(place, { recursive: true, force: true }))
  folder = join(place, 'scripts')
  file = join(place, 'it.sqlite')
  mkdirSync(folder)
})

function script(name: string, sql: string): void {
  writeFileSync(join(folder, name), sql)
}

/** The result of a query on the migrated file, with the test's own connection. */
function find(sql: string): unknown[] {
  const database = new BetterSqlite(file)
  try {
    return database.prepare(sql).all()
  } finally {
    database.close()
  }
}

/** Changes the migrated file, with a connection that enforces foreign keys. */
function change(sql: string): void {
  const database = new BetterSqlite(file)
  try {
    database.pragma('foreign_keys = ON')
    database.exec(sql)
  } finally {
    database.close()
  }
}

const tables = () => find("select name from sqlite_schema where type = 'table' and name <> 'migrations' order by name")
const applied = () => find('select name from migrations order by name')

test('applies each script once, in the order of their names', () => {
  script('0002_b.sql', "insert into it values ('second')")
  script('0010_c.sql', "insert into it values ('tenth')")
  script('0001_a.sql', 'create table it (what text) strict')

  expect(migrate(file, folder)).toEqual(['0001_a.sql', '0002_b.sql', '0010_c.sql'])
  expect(migrate(file, folder)).toEqual([])
  expect(find('select what from it order by rowid')).toEqual([{ what: 'second' }, { what: 'tenth' }])
})

test('applies only the new scripts to an existing database', () => {
  script('0001_a.sql', 'create table one (id text) strict')
  migrate(file, folder)
  script('0002_b.sql', 'create table two (id text) strict')
  expect(migrate(file, folder)).toEqual(['0002_b.sql'])
  expect(tables()).toEqual([{ name: 'one' }, { name: 'two' }])
})

test('rolls back a script that fails half-way, and keeps those before it', () => {
  script('0001_a.sql', 'create table one (id text) strict')
  script(
    '0002_b.sql',
    'create table two (id text) strict; insert into one values (1, 2); create table three (id text) strict',
  )
  script('0003_c.sql', 'create table four (id text) strict')

  expect(() => migrate(file, folder)).toThrow(/columns/)
  expect(tables()).toEqual([{ name: 'one' }])
  expect(applied()).toEqual([{ name: '0001_a.sql' }])

  script('0002_b.sql', 'create table two (id text) strict')
  expect(migrate(file, folder)).toEqual(['0002_b.sql', '0003_c.sql'])
})

test('refuses a script that changed after it was applied, and applies none after it', () => {
  script('0001_a.sql', 'create table one (id text) strict')
  migrate(file, folder)
  script('0001_a.sql', 'create table one (id text, more text) strict')
  script('0002_b.sql', 'create table two (id text) strict')

  expect(() => migrate(file, folder)).toThrow('Migration 0001_a.sql was changed after it was applied.')
  expect(tables()).toEqual([{ name: 'one' }])
})

test('refuses a database of a newer version, and does not change it', () => {
  script('0001_a.sql', 'create table one (id text) strict')
  script('0003_c.sql', 'create table three (id text) strict')
  migrate(file, folder)
  rmSync(join(folder, '0003_c.sql'))
  script('0002_b.sql', 'create table two (id text) strict')

  expect(() => migrate(file, folder)).toThrow('This database was written by a newer version: it has 0003_c.sql.')
  expect(tables()).toEqual([{ name: 'one' }, { name: 'three' }])
})

test('closes the file after a failure', () => {
  script('0001_a.sql', 'nonsense')
  expect(() => migrate(file, folder)).toThrow(/syntax/)
  script('0001_a.sql', 'create table one (id text) strict')
  expect(migrate(file, folder)).toEqual(['0001_a.sql'])
})

describe('our own scripts', () => {
  const names = readdirSync(OURS).sort()

  test('are numbered from 1 without gaps or duplicates, and named by the pattern', () => {
    expect(names.map((name) => /^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1])).toEqual(
      names.map((_, index) => String(index + 1).padStart(4, '0')),
    )
  })

  test('all apply to an empty database, in order', () => {
    expect(migrate(file, OURS)).toEqual(names)
    expect(find('pragma integrity_check')).toEqual([{ integrity_check: 'ok' }])
    expect(find('pragma foreign_key_check')).toEqual([])
  })

  test('keep the people of an older database with all their rows except sessions', () => {
    const older = (most: string) => names.filter((name) => name < most)
    for (const name of older('0015')) copyFileSync(join(OURS, name), join(folder, name))
    migrate(file, folder)
    const kept = ['users', 'emails', 'passkeys', 'events', 'browsers']
    change(`
      insert into users (id, handle, name, created_at, held_until, delete_at, language) values ('a', 'of a', 'Ada', 1, 2, 3, 'de'), ('b', 'of b', '', 4, 0, null, 'en');
      insert into emails (id, user_id, address, canonical, is_primary, created_at) values ('m', 'a', 'A@example.com', 'a@example.com', 1, 1);
      insert into passkeys values ('p', 'a', 'c', 'key', 0, 1, 1, 1, '[]', 'none', 'Phone', 1, null, null);
      insert into events values ('a', 1, 1, 'account_created', null, '', '', '{}', 'h');
      insert into browsers values ('a', 'of a', 1);
      insert into sessions values ('s', 'hash', 'a', 'sign_up', 'p', '', '', '', 1, 1, 9, 1);`)
    const columns = new Map(
      kept.map((table) => [
        table,
        find(`select name from pragma_table_info('${table}')`)
          .map((row) => (row as { name: string }).name)
          // 0025 drops these two, which nothing reads.
          .filter((name) => name !== 'held_until' && name !== 'recovers_at')
          .join(),
      ]),
    )
    const everything = () => kept.map((table) => find(`select ${columns.get(table)} from ${table}`))
    const before = everything()
    const indexes = () =>
      find(
        "select name from sqlite_schema where type = 'index' and tbl_name = 'users' and sql is not null order by name",
      )
    const indexed = indexes()

    expect(migrate(file, OURS)).toEqual(names.filter((name) => name >= '0015'))
    expect(everything()).toEqual(before)
    expect(find('select number from users join events on place = (number << 32) + seq')).toEqual([{ number: 1 }])
    expect(find('select * from sessions')).toEqual([])
    expect(indexes()).toEqual(expect.arrayContaining(indexed))
    expect([find('pragma integrity_check'), find('pragma foreign_key_check')]).toEqual([
      [{ integrity_check: 'ok' }],
      [],
    ])
    change("delete from users where id = 'a'")
    // Events have no foreign key: `removeIfDue` deletes them.
    expect(kept.map((table) => find(`select * from ${table}`).length)).toEqual([1, 0, 0, 1, 0])
  })

  test('keep a removed address so that it fits its table when it comes back', () => {
    for (const name of names.filter((name) => name < '0025')) copyFileSync(join(OURS, name), join(folder, name))
    migrate(file, folder)
    change(`
      insert into users (id, handle, name, created_at) values ('a', 'of a', 'Ada', 1);
      insert into emails (id, user_id, address, canonical, is_primary, created_at) values ('m', 'a', 'A@example.com', 'a@example.com', 0, 1);
      insert into retired (id, user_id, kind, name, kept, cause, retired_at)
        select 'r', user_id, 'email', canonical, json_array(json_object('id', id, 'user_id', user_id, 'address', address,
          'canonical', canonical, 'is_primary', is_primary, 'created_at', created_at, 'recovers_at', recovers_at)), 'removed', 5 from emails;
      insert into retired (id, user_id, kind, name, kept, cause, retired_at) values ('c', 'a', 'backup_codes', '', '[{"selector":"x"}]', 'removed', 5);`)
    migrate(file, OURS)
    const [email, codes] = find('select kept from retired order by kind desc') as { kept: string }[]
    const columns = find("select name from pragma_table_info('emails')").map((row) => (row as { name: string }).name)
    expect(Object.keys((JSON.parse(email?.kept ?? '') as object[])[0] ?? {}).sort()).toEqual(columns.sort())
    expect(codes?.kept).toBe('[{"selector":"x"}]')
  })

  test('keep the counts of wrong codes for the app, and the sessions', () => {
    for (const name of names.filter((name) => name < '0016')) copyFileSync(join(OURS, name), join(folder, name))
    migrate(file, folder)
    change(`
      insert into users (id, handle, name, created_at) values ('a', 'of a', 'Ada', 1);
      insert into guesses values ('a', 3, 98, 7);
      insert into totp values ('a', 'sealed', 5, 1);
      insert into sessions values ('s', 'hash', 'a', 'sign_up', null, '', '', '', 1, 1, 9, 1);
      insert into outbox (id, recipient, letter, params, created_at, due_at, accepted_at) values
        ('waits', 'a@example.com', 'totp-disabled', '{}', 1, 1, null), ('left', 'a@example.com', 'totp-disabled', '{}', 1, 1, 2);`)

    expect(migrate(file, OURS)).toEqual(names.filter((name) => name >= '0016'))
    expect(find('select * from guesses')).toEqual([
      { user_id: 'a', kind: 'totp', in_round: 3, in_a_row: 98, blocked_until: 7 },
    ])
    expect(find('select suspended_at, wrong_codes from totp, sessions')).toEqual([
      { suspended_at: null, wrong_codes: 0 },
    ])
    expect(find('select id, letter from outbox order by id')).toEqual([
      { id: 'left', letter: 'totp-disabled' },
      { id: 'waits', letter: 'totp-off' },
    ])
    expect(find('pragma foreign_key_check')).toEqual([])
  })

  test('X7 create only strict tables, and an index for each foreign key', () => {
    migrate(file, OURS)
    expect(
      find(
        "select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%'",
      ),
    ).toEqual([])
    const unindexed = find(`
      select tables.name || '.' || refs."from" as reference from pragma_table_list as tables, pragma_foreign_key_list(tables.name) as refs
      where tables.schema = 'main' and not exists (
        select 1 from pragma_index_list(tables.name) as indexes, pragma_index_info(indexes.name) as columns
        where columns.seqno = 0 and columns.name = refs."from")`)
    expect(unindexed).toEqual([])
  })
})
