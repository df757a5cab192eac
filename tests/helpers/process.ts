import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '../..')
const START_TIMEOUT_MS = 60_000

/** Where servers of tests keep their compiled code, so that only the first one compiles it. Coverage needs a fresh compilation. */
const COMPILED = process.env.NODE_V8_COVERAGE ? {} : { NODE_COMPILE_CACHE: join(ROOT, '.next/cache/node') }

/** Processes that look for ports at the same time look in different places. */
const FIRST_PORT = 20_000 + (process.pid % 40) * 250

/** A real process of ours, with everything it has printed so far. */
export type Running = {
  child: ChildProcess
  /** What it printed to both its outputs. */
  said: () => string
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>
}

/** Starts a program as production would, with this environment and nothing of ours in it. The caller ends it. */
export function runProgram(program: string, args: string[], environment: Record<string, string> = {}): Running {
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...COMPILED, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const output of [child.stdout, child.stderr]) output?.on('data', (chunk: Buffer) => (said += chunk.toString()))
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) =>
    child.once('close', (code, signal) => resolve(signal ?? code)),
  )
  return { child, said: () => said, ended }
}

/** Waits until a server logs that it is ready. Throws if it ends instead, or takes too long. */
export async function untilThere(running: Running, origin: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`The server did not start in time:\n${running.said()}`)),
      START_TIMEOUT_MS,
    )
    running.child.stdout?.on('data', () => running.said().includes(`Latchkey is at ${origin}`) && resolve())
    void running.ended.then((end) => reject(new Error(`The server ended with ${end}:\n${running.said()}`)))
    void running.ended.finally(() => clearTimeout(timer))
  })
}

/** A free port below those that the system gives to outgoing connections, so that it is still free for a restart. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + Math.floor(Math.random() * 250)
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once('error', () => resolve(false))
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)))
  })
}
