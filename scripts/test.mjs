import './require-node.mjs'
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { failures } from './failures.mjs'
import { prepareProduction } from './production.mjs'
import { slowestFiles } from './slowest.mjs'

const ROOT = join(import.meta.dirname, '..')
const REPORTS = join(ROOT, 'test-results')
const UNIT = join(REPORTS, 'unit.json')
const BROWSER = join(REPORTS, 'e2e.json')
const SHOWN = 10

rmSync(REPORTS, { recursive: true, force: true })
mkdirSync(REPORTS, { recursive: true })

const steps = [await build()]
if (steps[0].status === 0) {
  // The checks run beside the unit tests, because the types include those that the build has written. Their output follows.
  const check = run('types, lint, format and unused code', ['scripts/check.mjs'], 'pipe')
  const unit = run('unit tests', [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${UNIT}`,
  ])
  steps.push(await unit, await check)
  process.stdout.write((await check).said)
  steps.push(await run('browser tests', ['scripts/e2e.mjs', '--reporter=list,json']))
}

const reports = { unit: read(UNIT), browser: read(BROWSER) }
const failed = steps.filter(({ status }) => status !== 0).map(({ name }) => name)
const { passed, broken } = count(reports)
console.log(`\nThe slowest files, in seconds:`)
for (const { file, seconds } of slowestFiles(reports, ROOT, SHOWN))
  console.log(`${seconds.toFixed(1).padStart(7)}  ${file}`)
for (const { file, test, found } of failures(reports, ROOT)) console.log(`\nFailed: ${file}: ${test}\n  ${found}`)
if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}.`)

// The exit code and the last line report the sum of both suites.
process.exitCode = failed.length > 0 || broken > 0 || passed === 0 ? 1 : 0
console.log(`${passed} passed, ${broken} failed`)

async function build() {
  const name = 'production build'
  console.log(`\n── ${name}`)
  const fault = await prepareProduction().catch((error) => error)
  if (fault) console.log(fault.message)
  return { name, status: fault ? 1 : 0 }
}

/** Runs a step to its end. What a piped one printed is returned instead of shown. */
async function run(name, args, output = 'inherit') {
  if (output === 'inherit') console.log(`\n── ${name}`)
  const started = Date.now()
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    stdio: ['inherit', output, output],
    env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: BROWSER },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += String(chunk)))
  const status = await new Promise((resolve) => child.once('close', resolve))
  const end = `── ${name}: ${status === 0 ? 'passed' : 'FAILED'} after ${Math.round((Date.now() - started) / 1_000)} s\n`
  if (output === 'inherit') process.stdout.write(end)
  return { name, status, said: `\n${said}${end}` }
}

/** Adds up the reports of both suites. A suite without a report counts as one failure. */
function count({ unit, browser }) {
  return {
    passed: (unit?.numPassedTests ?? 0) + (browser?.stats.expected ?? 0),
    broken:
      (unit ? unit.numFailedTests + unit.numPendingTests : 1) +
      (browser ? browser.stats.unexpected + browser.stats.flaky + browser.stats.skipped : 1),
  }
}

function read(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined
}
