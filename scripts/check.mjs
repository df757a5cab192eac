import './require-node.mjs'
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const STEPS = {
  types: ['node_modules/typescript/bin/tsc', '--noEmit'],
  lint: ['node_modules/oxlint/bin/oxlint'],
  format: ['node_modules/@biomejs/biome/bin/biome', 'format'],
  'unused code': ['node_modules/knip/bin/knip.js'],
}

// Types and lint each use every core, so they take turns. The other two are light.
const LANES = [
  ['types', 'lint'],
  ['format', 'unused code'],
]

const results = (await Promise.all(LANES.map(runInTurn))).flat()
const failed = results.filter(({ status }) => status !== 0)
for (const { name, output } of failed) console.log(`\n── ${name}\n${output.trimEnd()}`)
if (failed.length > 0)
  console.log(`\nFailed: ${failed.map(({ name }) => name).join(', ')}. \`npm run fix\` mends part of it.`)
process.exitCode = failed.length > 0 ? 1 : 0

async function runInTurn(names) {
  const results = []
  for (const name of names) results.push(await run(name, STEPS[name]))
  return results
}

/** Keeps what a step prints, so that the steps do not mix. */
function run(name, args) {
  const started = Date.now()
  const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (status) => {
      const seconds = ((Date.now() - started) / 1_000).toFixed(1)
      console.log(`── ${name}: ${status === 0 ? 'passed' : 'FAILED'} after ${seconds} s`)
      resolve({ name, status, output })
    })
  })
}
