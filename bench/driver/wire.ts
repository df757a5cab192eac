import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** A long wire to a port of this machine: what is sent to its own port arrives there later, and the answers too. */
export type Wire = { port: number; stop: () => void }

/** Starts a wire in a process of its own. `roundTrip` is the way there and back, in milliseconds. */
export async function startWire(target: number, roundTrip: number): Promise<Wire> {
  const child = fork(join(import.meta.dirname, 'wire-process.ts'), [String(target), String(roundTrip)])
  process.on('exit', () => void child.kill('SIGKILL'))
  // The process sends the number of its port.
  const [port] = (await once(child, 'message')) as [number]
  return { port, stop: () => void child.kill('SIGKILL') }
}
