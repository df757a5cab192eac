import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export const ROOT = join(import.meta.dirname, '../..')
const START_TIMEOUT_MS = 20_000

/** A real process of ours, with everything it has printed so far. */
export type Running = {
  child: ChildProcess
  /** What it printed to both its outputs. */
  said(): string
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>
}

export type Server = Running & { origin: string; port: number; dataDir: string }

/** Starts `node <script>` as production would, with this environment and nothing of ours in it; it is gone when the test is over. */
export function run(script: string, environment: Record<string, string> = {}, options: string[] = [], words: string[] = []): Running {
  const child = spawn(process.execPath, [...options, join(ROOT, script), ...words], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const output of [child.stdout, child.stderr]) output?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => child.once('close', (code, signal) => resolve(signal ?? code)))
  onTestFinished(async () => {
    // Whoever is killed cannot say any more which lines they ran.
    child.kill(process.env.NODE_V8_COVERAGE ? 'SIGTERM' : 'SIGKILL')
    await ended
  })
  return { child, said: () => said, ended }
}

/** Starts the server and waits until it says that it is there. The same folder and port can be given to a second life. */
export async function startServer({
  environment = {},
  dataDir = makeFolder(),
  port,
  script = 'server/main.ts',
}: { environment?: Record<string, string>; dataDir?: string; port?: number; script?: string } = {}): Promise<Server> {
  const own = port ?? (await freePort())
  const origin = `http://localhost:${own}`
  const running = run(script, { ORIGIN: origin, DATA_DIR: dataDir, TESTING: '1', LIMIT_SCALE: '1000', ...environment })
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The server did not start in time:\n${running.said()}`)), START_TIMEOUT_MS)
    running.child.stdout?.on('data', () => running.said().includes(`Latchkey is at ${origin}`) && resolve())
    void running.ended.then((end) => reject(new Error(`The server ended with ${end}:\n${running.said()}`)))
    void running.ended.finally(() => clearTimeout(timer))
  })
  return { ...running, origin, port: own, dataDir }
}

export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'latchkey-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A port nobody listens on, below those that the system gives to outgoing connections: it is still free for a second life. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
