import '../require-node.mjs'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NOUNS } from './nouns.mjs'
import { writeReport } from './report.mjs'

const ROOT = join(import.meta.dirname, '../..')

// The tests create tens of thousands of databases, which memory holds faster than a disk.
const TMPDIR = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

const asked = process.argv.slice(2).map((folder) => folder.replace(/^server\//, '').replace(/\/$/, ''))
const unknown = asked.filter((noun) => !(noun in NOUNS))
if (unknown.length > 0)
  throw new Error(`Not mutated: ${unknown.join(', ')}. There are ${Object.keys(NOUNS).join(', ')}.`)

const failed = (asked.length > 0 ? asked : Object.keys(NOUNS)).filter((noun) => {
  const { status } = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/@stryker-mutator/core/bin/stryker.js'), 'run', 'scripts/mutation/stryker.config.mjs'],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, MUTATED_NOUN: noun, TMPDIR },
    },
  )
  return status !== 0
})
if (failed.length > 0) console.log(`Below 85 %: ${failed.join(', ')}.`)
const explained = writeReport()
process.exitCode = failed.length > 0 || !explained ? 1 : 0
