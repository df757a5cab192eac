import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { pause } from '../driver/process.ts'

const LONGEST_MS = 10 * 60_000
const KB = 1_024

/**
 * Keeps files in the system's memory until the process ends, with `vmtouch`: then what is compared is the work, and not how soon this
 * machine's disk comes back with a page. Tells whether it could. What is written still goes to the disk, and is waited for.
 */
export async function holdInMemory(files: string[]): Promise<boolean> {
  if (spawnSync('vmtouch', ['-q', ...files], { stdio: 'ignore' }).error) return false
  const child = spawn('vmtouch', ['-q', '-l', ...files], { stdio: 'ignore' })
  process.on('exit', () => child.kill('SIGKILL'))
  const all = files.reduce((bytes, file) => bytes + statSync(file).size, 0)
  for (const began = performance.now(); lockedBy(child) < all; ) {
    if (child.exitCode !== null || performance.now() - began > LONGEST_MS) throw new Error(`The databases do not fit into memory (${Math.round(all / KB / KB / KB)} GB): vmtouch could not hold them.`)
    await pause(500)
  }
  return true
}

/** How much a process has locked into memory (bytes). */
function lockedBy({ pid }: ChildProcess): number {
  return Number(/VmLck:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * KB
}
