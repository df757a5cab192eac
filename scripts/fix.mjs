import './require-node.mjs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
// The formatter comes last: it lays out what the linter changed, and runs even if the linter finds more than it can mend.
const STEPS = [
  ['node_modules/oxlint/bin/oxlint', '--fix'],
  ['node_modules/@biomejs/biome/bin/biome', 'format', '--write'],
]

const failed = STEPS.filter((args) => spawnSync(process.execPath, args, { cwd: ROOT, stdio: 'inherit' }).status !== 0)
process.exitCode = failed.length > 0 ? 1 : 0
