import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { backUp, DamagedCopyError } from '#db/engine/sqlite/backup.ts'
import { makeWorld, type TestWorld } from '#tests/helpers/world.ts'
import { signUp } from '#tests/helpers/people.ts'

let place: string
let copy: string
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'latchkey-'))
  copy = join(place, 'copy.sqlite')
  onTestFinished(() => rmSync(place, { recursive: true, force: true }))
})

const fileOf = (world: TestWorld) => join(world.config.dataDir, 'latchkey.sqlite')

/** Everything in a database, as text. */
function contentOf(file: string): string {
  const database = new BetterSqlite(file, { readonly: true })
  try {
    const tables = database
      .prepare("select name, sql from sqlite_schema where name not like 'sqlite_%' order by name")
      .all() as { name: string; sql: string | null }[]
    const rows = tables
      .filter(({ sql }) => sql?.startsWith('CREATE TABLE'))
      .map(({ name }) => database.prepare(`select * from "${name}" order by 1, 2`).all())
    return JSON.stringify([tables, rows])
  } finally {
    database.close()
  }
}

describe('a backup', () => {
  test('is one private file with everything in it, whatever the umask is, also while the database is in use', async () => {
    const world = makeWorld()
    await signUp(world, { email: 'ada@example.org' })
    const before = process.umask(0)
    onTestFinished(() => void process.umask(before))
    const underWay = signUp(world)
    const bytes = backUp(fileOf(world), copy)
    await underWay
    expect(bytes).toBe(statSync(copy).size)
    expect((statSync(copy).mode & 0o777).toString(8)).toBe('600')
    expect(contentOf(copy)).toContain('ada@example.org')
    expect(readdirSync(place)).toEqual(['copy.sqlite'])
    await world.db.close()
    backUp(fileOf(world), `${copy}.2`)
    expect(contentOf(`${copy}.2`)).toBe(contentOf(fileOf(world)))
  })

  test('contains what was committed and is not yet in the database file itself', async () => {
    const world = makeWorld()
    await signUp(world, { email: 'ada@example.org' })
    expect(readFileSync(fileOf(world)).includes('ada@example.org')).toBe(false)
    backUp(fileOf(world), copy)
    expect(readFileSync(copy).includes('ada@example.org')).toBe(true)
  })

  test('never writes over a file, and leaves none when it fails', async () => {
    const world = makeWorld()
    writeFileSync(copy, 'kept')
    expect(() => backUp(fileOf(world), copy)).toThrow(/EEXIST/)
    expect(readFileSync(copy, 'utf8')).toBe('kept')
    expect(() => backUp(join(place, 'nowhere.sqlite'), `${copy}.2`)).toThrow(/unable to open/)
    writeFileSync(`${copy}.3.part`, 'kept')
    expect(() => backUp(fileOf(world), `${copy}.3`)).toThrow(/EEXIST/)
    expect(readdirSync(place).sort()).toEqual(['copy.sqlite', 'copy.sqlite.3.part'])
  })

  test('is checked: a damaged database is not copied', async () => {
    const world = makeWorld()
    await signUp(world)
    await world.db.close()
    const database = new BetterSqlite(fileOf(world))
    database.pragma('foreign_keys = OFF')
    database.exec("update emails set user_id = 'nobody'")
    database.close()
    expect(() => backUp(fileOf(world), copy)).toThrow(DamagedCopyError)
    expect(() => backUp(fileOf(world), copy)).toThrow('The copy is damaged: a row of emails has no owner')
    expect(readdirSync(place)).toEqual([])
  })
})
