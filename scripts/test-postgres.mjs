import './require-node.mjs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const VITEST = join(import.meta.dirname, '../node_modules/vitest/vitest.mjs')

// Every test of the use-cases once more, on PostgreSQL instead of SQLite, and then with commits that fail once each.
const statuses = [{}, { COMMITS: 'fail-once' }].map((commits) => {
  const env = { ...process.env, ON_POSTGRES: 'everything', ...commits }
  return spawnSync(process.execPath, [VITEST, 'run', '--project', 'postgres'], { stdio: 'inherit', env }).status
})
process.exitCode = statuses.every((status) => status === 0) ? 0 : 1
