import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { killTree } from './processes.ts'

// The process between the tests and one PostgreSQL. It runs initdb and postgres when it is told to, one at a time. When
// the channel to the tests closes, also because they were killed, it ends the program and removes the folder that its
// argument names.

/** What the tests tell the keeper: to start this program, as this user if one is given. */
export type Order = { program: string; args: string[]; uid?: number; gid?: number }

/** What the keeper answers: the process it started, and later how that ended. Without an id, it did not start. */
export type Report = { pid: number | undefined } | { ended: number | NodeJS.Signals | null }

const END_TIMEOUT_MS = 5_000
const [, , folder = ''] = process.argv
if (!folder) throw new Error('The keeper’s argument is the folder of the server.')

let running: ChildProcess | undefined

process.on('message', ({ program, args, ...account }: Order) => {
  const child = spawn(program, args, { ...account, cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] })
  running = child
  child.once('error', (error) => console.error(error))
  child.once('close', (code, signal) => {
    running = undefined
    report({ ended: signal ?? code })
  })
  report({ pid: child.pid })
})

// The tests may have been killed before this line.
if (process.connected) process.once('disconnect', end)
else end()

function end(): void {
  if (!running?.pid) return remove()
  const { pid } = running
  // The immediate end of postgres gives shared memory back, which `kill -9` does not.
  running.kill('SIGQUIT')
  const timer = setTimeout(() => killTree(pid), END_TIMEOUT_MS)
  running.once('close', () => {
    clearTimeout(timer)
    remove()
  })
}

/** Sends news to the tests. They may be gone, and then nobody needs it. */
function report(news: Report): void {
  if (process.connected) process.send?.(news, () => undefined)
}

function remove(): void {
  removeSharedMemory()
  rmSync(folder, { recursive: true, force: true, maxRetries: 10 })
}

/** A server that was killed leaves a piece of shared memory. Its id is the second number on a line of postmaster.pid. */
function removeSharedMemory(): void {
  try {
    const text = readFileSync(join(folder, 'data/postmaster.pid'), 'utf8')
    const id = text.match(/^ *\d+ +(\d+) *$/m)?.[1]
    if (id) spawnSync('ipcrm', ['-m', id])
  } catch {
    // There is no such file after an orderly end.
  }
}
