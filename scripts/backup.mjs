import './require-node.mjs'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const { backUp } = await import('../db/engine/sqlite/backup.ts')
const { readConfig } = await import('../server/config/config.ts')

const [copy] = process.argv.slice(2)
if (!copy) {
  console.error('Usage: npm run backup -- <new file>   (with the environment of the server)')
  process.exit(2)
}

try {
  const { dataDir } = readConfig(process.env)
  const file = join(dataDir, 'latchkey.sqlite')
  if (!existsSync(file)) throw new Error(`DATA_DIR ${resolve(dataDir)} has no database.`)
  const bytes = backUp(file, copy)
  console.log(`Copied the database to ${resolve(copy)}: ${bytes} bytes, checked, for this user alone.`)
  console.log(`Back up ${join(dataDir, 'rp-id')} too, and store the secret apart from both.`)
} catch (error) {
  const taken = error.code === 'EEXIST'
  console.error(taken ? `${resolve(error.path ?? copy)} exists already: choose another name.` : error.message)
  process.exit(1)
}
