import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const STAMP = join(ROOT, '.next/latchkey-stamp')
const SOURCES = [
  'app',
  'server',
  'db',
  'middleware.ts',
  'next.config.mjs',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
]

/** Builds for production, unless there is a build of exactly these sources. Returns whether it has built. */
export function buildIfStale() {
  const current = fingerprint()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === current) return false
  // A build that fails leaves broken files, so the stamp of the last build is deleted first.
  rmSync(STAMP, { force: true })
  const { status } = spawnSync(process.execPath, [join(ROOT, 'node_modules/next/dist/bin/next'), 'build'], {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (status !== 0) throw new Error('The production build failed.')
  writeFileSync(STAMP, current)
  return true
}

/** A hash of what is built, and not of where it is: a copy of a built folder is not built anew. */
function fingerprint() {
  const hash = createHash('sha256').update(process.version)
  for (const file of SOURCES.flatMap((source) => filesBelow(join(ROOT, source))))
    hash.update(`\0${relative(ROOT, file)}\0`).update(readFileSync(file))
  return hash.digest('hex')
}

function filesBelow(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)))
}
