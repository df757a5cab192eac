import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'
import { ROOT } from '#tests/helpers/process.ts'

/** How a command ended, and what it printed. */
export type Ended = { code: number | null; out: string; err: string }
type Environment = Record<string, string>

/** Starts `latchkey` as an operator does, with this environment and nothing of ours in it. */
export function start(words: string[], environment: Environment = {}) {
  const child = spawn(process.execPath, [join(ROOT, 'cli/latchkey.mjs'), ...words], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const code = new Promise<number | null>((resolve) => child.once('close', resolve))
  const ended = Promise.all([code, text(child.stdout), text(child.stderr)]).then(([end, out, err]) => ({
    code: end,
    out,
    err,
  }))
  return { child, ended }
}

/** Runs `latchkey`, and returns how it ended. */
export function latchkey(words: string[], environment: Environment = {}): Promise<Ended> {
  return start(words, environment).ended
}

/** Runs `latchkey … --json`, and returns its exit code and what it printed. Throws if that is not one object. */
export async function latchkeyJson(words: string[], environment: Environment = {}) {
  const { code, out, err } = await latchkey([...words, '--json'], environment)
  if (err !== '') throw new Error(`There is more than JSON: ${err}`)
  return { code, data: JSON.parse(out) as Record<string, unknown> }
}

/** A folder that is removed when the test is over. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
