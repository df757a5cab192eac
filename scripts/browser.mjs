import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'

const PLAYWRIGHT = join(import.meta.dirname, '../node_modules/playwright/cli.js')
const DEBIAN = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
const MINUTE = 60_000

/**
 * Returns the browser for the tests: that in BROWSER_PATH, Playwright's own, or the system's. Undefined if there is
 * none.
 */
function findBrowser() {
  return [process.env.BROWSER_PATH, chromium.executablePath(), ...DEBIAN].find((path) => path && existsSync(path))
}

/** Returns a browser. Installs one if there is none: Playwright's own, else Debian's package. */
export function getBrowser() {
  const found = findBrowser()
  if (found) return found

  console.log('There is no browser: installing Playwright’s own.')
  spawnSync(process.execPath, [PLAYWRIGHT, 'install', 'chromium'], { stdio: 'inherit', timeout: 5 * MINUTE })
  const installed = findBrowser()
  if (installed && canStart(installed)) return installed

  console.log('That did not work: installing Debian’s chromium.')
  const sudo = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  for (const command of [
    ['apt-get', 'update', '-q'],
    ['apt-get', 'install', '-y', '-q', 'chromium'],
  ]) {
    const [program, ...args] = [...sudo, ...command]
    spawnSync(program, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      timeout: 10 * MINUTE,
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
  const debian = DEBIAN.find((path) => existsSync(path))
  if (!debian) throw new Error('No browser could be installed. Install Chromium and set BROWSER_PATH to it.')
  return debian
}

/** Returns whether a browser starts. Playwright's does not if the system lacks its libraries. */
function canStart(path) {
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: MINUTE }).status === 0
}
