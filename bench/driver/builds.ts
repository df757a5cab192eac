import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BETTER_AUTH } from '../servers/better-auth.ts'
import { BARE_NEXT, NEXT } from '../servers/floors.ts'

const ROOT = join(import.meta.dirname, '../..')
const MINUTE = 60_000

/** Installs and builds the other servers, unless that was done from exactly these files. */
export function buildPeers(): void {
  const files = ['package.json', 'package-lock.json', '.npmrc', 'auth.mjs', 'next.config.mjs', 'app']
  once(BETTER_AUTH, files.slice(0, 3), 'node_modules/.bench-stamp', () => {
    run(
      'npm',
      ['ci', '--no-audit', '--no-fund'],
      BETTER_AUTH,
      'The packages of better-auth could not be installed (it needs the npm registry)',
    )
  })
  once(BETTER_AUTH, files, '.next/bench-stamp', () => {
    run(process.execPath, ['node_modules/next/dist/bin/next', 'build'], BETTER_AUTH, 'better-auth could not be built')
  })
  once(BARE_NEXT, ['next.config.mjs', 'app', '../../../package-lock.json'], '.next/bench-stamp', () => {
    run(process.execPath, [NEXT, 'build'], BARE_NEXT, 'The bare Next could not be built')
  })
}

/** Returns the installed version of a package, for us or for another server. */
export function versionOf(name: string, folder: string = ROOT): string {
  // Every package.json has a version.
  return (JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
    .version
}

function once(folder: string, sources: string[], stamp: string, make: () => void): void {
  const hash = createHash('sha256').update(process.version)
  for (const file of sources.flatMap((source) => filesBelow(join(folder, source))))
    hash.update(`\0${file}\0`).update(readFileSync(file))
  const current = hash.digest('hex')
  const file = join(folder, stamp)
  if (existsSync(file) && readFileSync(file, 'utf8') === current) return
  make()
  writeFileSync(file, current)
}

function run(program: string, args: string[], cwd: string, fault: string): void {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    timeout: 5 * MINUTE,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      ORIGIN: 'http://localhost',
      SECRET: 'only-for-the-build-never-for-a-server',
    },
  })
  if (status !== 0) throw new Error(`${fault}:\n${stdout.toString().slice(-2_000)}${stderr.toString().slice(-2_000)}`)
}

function filesBelow(path: string): string[] {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}
