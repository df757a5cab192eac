import { randomBytes } from 'node:crypto'
import { escapeIdentifier } from 'pg'
import { ask } from './ask.ts'

/** A database of its own for one test or one file. `drop` ends whoever is still connected. */
export type Database = { url: string; drop: () => Promise<void> }

/** Creates a database with a random name, as a copy of the database `template` if one is named. */
export async function makeDatabase(adminUrl: string, template?: string): Promise<Database> {
  const name = `test_${randomBytes(8).toString('hex')}`
  const source = template === undefined ? '' : ` template ${escapeIdentifier(template)}`
  await ask(adminUrl, `create database ${name}${source}`)
  const url = new URL(adminUrl)
  url.pathname = name
  return {
    url: url.href,
    drop: async () => {
      await ask(adminUrl, `drop database if exists ${name} with (force)`)
    },
  }
}
