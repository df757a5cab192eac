import './require-node.mjs'
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { getBrowser } from './browser.mjs'
import { prepareProduction } from './production.mjs'

const ROOT = join(import.meta.dirname, '..')

await prepareProduction()
const { status } = spawnSync(
  process.execPath,
  [
    join(ROOT, 'node_modules/@playwright/test/cli.js'),
    'test',
    '--config',
    'tests/e2e/playwright.config.ts',
    ...process.argv.slice(2),
  ],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, BROWSER_PATH: getBrowser() } },
)
process.exit(status ?? 1)
