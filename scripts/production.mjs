import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const PATIENCE = 30_000

/**
 * Runs `work` with the origin of a production server. The server has its own data directory, which is deleted
 * afterwards.
 */
export async function withProduction(work) {
  const origin = `http://localhost:${await freePort()}`
  const data = mkdtempSync(join(tmpdir(), 'latchkey-measured-'))
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production', ORIGIN: origin, DATA_DIR: data, TESTING: '1', LIMIT_SCALE: '1000' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  try {
    await answering(`${origin}/api/health`)
    return await work(origin)
  } finally {
    child.kill('SIGTERM')
    await gone
    rmSync(data, { recursive: true, force: true })
  }
}

/** Waits until a URL answers with success. Throws after 30 seconds. */
export async function answering(url) {
  const until = Date.now() + PATIENCE
  while (Date.now() < until) {
    if ((await fetch(url).catch(() => undefined))?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`${url} does not answer.`)
}

/** Returns a free port of this machine. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
