import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

/** Kills a process and its children at once (SIGKILL). It is stopped first, so that it starts no child meanwhile. */
export function killTree(pid: number): void {
  send(pid, 'SIGSTOP')
  for (const child of childrenOf(pid)) send(child, 'SIGKILL')
  send(pid, 'SIGKILL')
}

/** Whether there is a process with this id that has not ended. One that ended and was not collected counts as ended. */
export function isRunning(pid: number): boolean {
  return allProcesses().some((one) => one.pid === pid && !one.ended)
}

/** The ids of a process’s children. */
export function childrenOf(pid: number): number[] {
  return allProcesses()
    .filter((one) => one.parent === pid && !one.ended)
    .map((one) => one.pid)
}

type Process = { pid: number; parent: number; ended: boolean }

/** Every process of the machine: from /proc on Linux, where small images have no `ps`. */
function allProcesses(): Process[] {
  if (process.platform !== 'linux') return processesOfPs()
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => processOfProc(Number(name)) ?? [])
}

function processOfProc(pid: number): Process | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name stands in brackets and may hold brackets and spaces.
    const [state, parent] = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return { pid, parent: Number(parent), ended: state === 'Z' }
  } catch {
    // It ended meanwhile.
    return undefined
  }
}

function processesOfPs(): Process[] {
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,ppid=,state='], { encoding: 'utf8' })
  return stdout.split('\n').flatMap((line) => {
    const [pid, parent, state] = line.trim().split(/\s+/)
    return pid ? [{ pid: Number(pid), parent: Number(parent), ended: state?.startsWith('Z') ?? false }] : []
  })
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    // It ended meanwhile.
    if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
  }
}
