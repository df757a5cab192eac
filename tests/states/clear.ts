import Database from 'better-sqlite3'
import { join } from 'node:path'

/** What administrators made, by what it is about. */
const TABLES = {
  access: ['groups', 'app_roles', 'policies', 'service_keys'],
  invitations: ['invitations'],
}

/** Removes what other stories and tests on the same server made, so that a page is seen empty. */
export function clear(dataDir: string, what: keyof typeof TABLES): void {
  const database = new Database(join(dataDir, 'latchkey.sqlite'))
  for (const table of TABLES[what]) database.exec(`delete from ${table}`)
  database.close()
}
