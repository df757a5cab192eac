import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { type Database } from '#db/engine/database.ts'
import { openSqlite } from '#db/engine/sqlite/sqlite.ts'
import { makePrivateFile } from '#db/engine/sqlite/connection.ts'

export type Sources = Parameters<typeof openSqlite>[1]

export function makeFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'data', 'latchkey.sqlite')
  makePrivateFile(file)
  return file
}

export function openDatabase({
  file = makeFile(),
  sources = { now: Date.now, newId: () => 'id' },
}: {
  file?: string
  sources?: Sources
} = {}): Database {
  const db = openSqlite(file, sources)
  onTestFinished(() => db.close())
  return db
}
