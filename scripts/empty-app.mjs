import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const MODULES = join(ROOT, 'node_modules')
const NEXT = join(MODULES, 'next/dist/bin/next')
const PATIENCE = 30_000

/** An app with one empty page, which has the scripts that every page of this Next loads. */
const FILES = {
  'package.json': '{ "private": true, "type": "module" }\n',
  'next.config.mjs': `export default { devIndicators: false, turbopack: { root: ${JSON.stringify(ROOT)} } }\n`,
  'app/layout.js':
    'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>\n}\n',
  'app/page.js': 'export default function Page() {\n  return null\n}\n',
}

/**
 * Runs `work` with the origin of the empty app, which is built with this project's packages. The build is kept until
 * the version of Next or React changes.
 */
export async function withEmptyApp(work) {
  const [next, react] = ['next', 'react'].map(
    (name) => JSON.parse(readFileSync(join(MODULES, name, 'package.json'), 'utf8')).version,
  )
  const place = join(ROOT, '.latchkey', `empty-${next}-${react}`)
  if (!existsSync(join(place, '.next/BUILD_ID'))) build(place)
  const { freePort } = await import('../tests/helpers/process.ts')
  const origin = `http://localhost:${await freePort()}`
  const child = spawn(process.execPath, [NEXT, 'start', '--port', new URL(origin).port, '--hostname', '127.0.0.1'], {
    cwd: place,
    stdio: 'ignore',
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  try {
    await answering(origin)
    return await work(origin)
  } finally {
    child.kill('SIGTERM')
    await gone
  }
}

function build(place) {
  mkdirSync(join(place, 'app'), { recursive: true })
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(place, name), text)
  const { status } = spawnSync(process.execPath, [NEXT, 'build'], {
    cwd: place,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (status !== 0) throw new Error('The empty app could not be built.')
}

/** Waits until an address answers. */
async function answering(url) {
  const until = Date.now() + PATIENCE
  while (Date.now() < until) {
    if ((await fetch(url).catch(() => undefined))?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${url} does not answer.`)
}
