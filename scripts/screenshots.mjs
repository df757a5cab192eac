import './require-node.mjs'
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { getBrowser } from './browser.mjs'
import { buildIfStale } from './build.mjs'
import { writeContactSheet } from './contact-sheet.mjs'

const ROOT = join(import.meta.dirname, '..')
const [given, ...rest] = process.argv.slice(2)
const folder = resolve(given ?? 'screenshots')

// Old pictures are deleted, so that no picture of a removed state remains.
if (rest.length === 0) rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
buildIfStale()
const { status } = spawnSync(
  process.execPath,
  [
    join(ROOT, 'node_modules/@playwright/test/cli.js'),
    'test',
    '--config',
    'tests/screenshots/playwright.config.ts',
    '--reporter=list',
    ...rest,
  ],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, BROWSER_PATH: getBrowser(), SCREENSHOTS: folder } },
)
const { states, pictures } = writeContactSheet(folder)
console.log(`${pictures} pictures of ${states} states: ${join(folder, 'index.html')}`)
process.exit(status ?? 1)
