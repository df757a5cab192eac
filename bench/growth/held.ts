import { spawn, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { memoryOf, pause } from '../driver/process.ts'

const LONGEST_MS = 10 * 60_000
const GB = 1_024 ** 3

/**
 * Keeps files in the system's memory until the process ends, with `vmtouch`, so that the benchmark compares the work
 * and not the disk of this machine. Returns false without `vmtouch`. Writes still go to the disk and wait for it.
 */
export async function holdInMemory(files: string[]): Promise<boolean> {
  if (spawnSync('vmtouch', ['-q', ...files], { stdio: 'ignore' }).error) return false
  const child = spawn('vmtouch', ['-q', '-l', ...files], { stdio: 'ignore' })
  process.on('exit', () => child.kill('SIGKILL'))
  const all = files.reduce((bytes, file) => bytes + statSync(file).size, 0)
  for (const began = performance.now(); memoryOf(child.pid, 'VmLck') < all; ) {
    if (child.exitCode !== null || performance.now() - began > LONGEST_MS)
      throw new Error(`The databases do not fit into memory (${Math.round(all / GB)} GB): vmtouch could not hold them.`)
    await pause(500)
  }
  return true
}
