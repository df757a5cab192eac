import { type Connection, connect } from './connection.ts'
import type { Unit } from './load.ts'
import { pause, type Running } from './process.ts'

const WORKERS = 32

/**
 * The result of a steady load. Times are milliseconds, each with what was done if the unit says so; `memory` is bytes at
 * milliseconds since the start.
 */
export type Held = {
  done: number
  errors: string[]
  times: number[]
  kinds: unknown[]
  memory: { at: number; bytes: number }[]
}

/**
 * Does work at a steady rate, even if earlier work is not done, as long as a worker is free. Counts a failure as an
 * error and goes on.
 */
export async function hold(
  server: Running,
  unit: Unit,
  { perSecond, until }: { perSecond: number; until: (elapsed: number) => boolean },
): Promise<Held> {
  const held: Held = { done: 0, errors: [], times: [], kinds: [], memory: [] }
  const began = performance.now()
  let sent = 0
  const isOver = () => until(performance.now() - began)
  const due = () => ((performance.now() - began) / 1_000) * perSecond

  const work = async () => {
    let connection: Connection = await connect(server.port)
    while (!isOver()) {
      if (sent >= due()) {
        await pause(1)
        continue
      }
      // The time counts from when the work was due, so waiting for a worker is included.
      const start = began + (sent / perSecond) * 1_000
      sent += 1
      try {
        const kind: unknown = await unit(connection)
        held.done += 1
        held.kinds.push(kind)
        held.times.push(performance.now() - start)
      } catch (error) {
        held.errors.push(String(error))
        connection.close()
        connection = await connect(server.port)
      }
    }
    connection.close()
  }
  const watch = async () => {
    while (!isOver()) {
      held.memory.push({ at: performance.now() - began, bytes: server.memory() })
      await pause(250)
    }
  }
  await Promise.all([watch(), ...Array.from({ length: WORKERS }, work)])
  return held
}
