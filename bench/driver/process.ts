import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { connect } from './connection.ts'

const DRIVER_CORE = 0
const SERVER_CORE = 1
const TICK_MS = 10
const KB = 1_024
const START_TIMEOUT_MS = 60_000
const STOP_TIMEOUT_MS = 15_000

/** A server under test, pinned to its core. */
export type Running = {
  pid: number
  port: number
  /** From the start of the process to its first correct answer (milliseconds). */
  startedIn: number
  /** Processor time of the process and its children so far (milliseconds). */
  cpu: () => number
  /** Resident memory of the process and its children (bytes). */
  memory: () => number
  stop: () => Promise<void>
}

type Command = { command: string[]; cwd: string; port: number; environment: Record<string, string>; probe: string }

const running = new Set<ChildProcess>()
// Every server is killed at the end of the run, however it ends.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Moves this process to the driver's core. Throws if there is no `taskset` or only one core. */
export function pinDriver(): void {
  const { status } = spawnSync('taskset', ['-c', String(SERVER_CORE), 'true'])
  if (status !== 0)
    throw new Error(
      'The benchmark needs Linux, `taskset` (package util-linux) and two cores: one for the server under test, one for the driver.',
    )
  spawnSync('taskset', ['-acp', String(DRIVER_CORE), String(process.pid)], { stdio: 'ignore' })
}

/** Starts a server on its core and waits for its first answer. Rejects with the server's output if there is none. */
export async function startPinned({ command, cwd, port, environment, probe }: Command): Promise<Running> {
  if (await answers(port, '/')) throw new Error(`Port ${port} is taken: set BENCH_PORT to the first of ten free ones.`)
  const began = performance.now()
  const child = spawn('taskset', ['-c', String(SERVER_CORE), ...command], {
    cwd,
    env: { PATH: process.env.PATH, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  running.add(child)
  // The end of the output is kept for the error message. A pipe that is not read would block the server.
  let said = ''
  for (const output of [child.stdout, child.stderr])
    output.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-4_000)))
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  void ended.then(() => running.delete(child))

  const { pid } = child
  if (pid === undefined) throw new Error(`${command.join(' ')} could not be started.`)
  while (!(await answers(port, probe))) {
    if (!running.has(child) || performance.now() - began > START_TIMEOUT_MS) {
      child.kill('SIGKILL')
      throw new Error(`${command.join(' ')} did not start:\n${said}`)
    }
    await pause(4)
  }
  const startedIn = performance.now() - began

  return {
    pid,
    port,
    startedIn,
    cpu: () => sum(family(pid).map(cpuOf)),
    memory: () => sum(family(pid).map((one) => memoryOf(one, 'VmRSS'))),
    async stop() {
      child.kill('SIGTERM')
      const kill = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS)
      await ended
      clearTimeout(kill)
    },
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

async function answers(port: number, path: string): Promise<boolean> {
  try {
    const connection = await connect(port)
    const { status } = await connection.send('GET', path, '')
    connection.close()
    return status < 500
  } catch {
    return false
  }
}

/** Returns a process and its descendants. */
function family(pid: number): number[] {
  const threads = read(() => readdirSync(`/proc/${pid}/task`), [])
  const children = threads.flatMap((thread) =>
    read(() => readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean), []),
  )
  return [pid, ...children.flatMap((child) => family(Number(child)))]
}

/** Returns the user and system time in milliseconds, from fields 14 and 15 of proc(5)'s stat. */
function cpuOf(pid: number): number {
  const stat = read(() => readFileSync(`/proc/${pid}/stat`, 'utf8'), '')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * TICK_MS
}

/** Returns one kind of memory of a process (bytes), by its name in proc(5)'s status; 0 if the process is gone. */
export function memoryOf(pid: number | undefined, kind: 'VmRSS' | 'VmLck'): number {
  const status = read(() => readFileSync(`/proc/${pid}/status`, 'utf8'), '')
  return Number(new RegExp(`${kind}:\\s*(\\d+)`).exec(status)?.[1] ?? 0) * KB
}

/** Returns `otherwise` if a process has ended since. */
function read<T>(look: () => T, otherwise: T): T {
  try {
    return look()
  } catch {
    return otherwise
  }
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
