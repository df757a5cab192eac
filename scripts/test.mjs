import './require-node.mjs'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const REPORTS = join(ROOT, 'test-results')
const UNIT = join(REPORTS, 'unit.json')
const BROWSER = join(REPORTS, 'e2e.json')

rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS, { recursive: true })

const steps = [
  ['types', ['node_modules/typescript/bin/tsc', '--noEmit']],
  [
    'unit tests',
    ['node_modules/vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${UNIT}`],
  ],
  ['production build and browser tests', ['scripts/e2e.mjs', '--reporter=list,json']],
]
const failed = steps.filter(([name, args]) => !run(name, args)).map(([name]) => name)
const { passed, broken } = count()
if (failed.length > 0) console.log(`Failed: ${failed.join(', ')}.`)

// The exit code and the last line report the sum of both suites.
process.exitCode = failed.length > 0 || broken > 0 || passed === 0 ? 1 : 0
console.log(`${passed} passed, ${broken} failed`)

function run(name, args) {
  console.log(`\n── ${name}`)
  const started = Date.now()
  const { status } = spawnSync(process.execPath, args, {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: BROWSER },
  })
  console.log(`── ${name}: ${status === 0 ? 'passed' : 'FAILED'} after ${Math.round((Date.now() - started) / 1_000)} s`)
  return status === 0
}

/** Adds up the reports of both suites. A suite without a report counts as one failure. */
function count() {
  const unit = read(UNIT)
  const browser = read(BROWSER)?.stats
  return {
    passed: (unit?.numPassedTests ?? 0) + (browser?.expected ?? 0),
    broken:
      (unit ? unit.numFailedTests + unit.numPendingTests : 1) +
      (browser ? browser.unexpected + browser.flaky + browser.skipped : 1),
  }
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
