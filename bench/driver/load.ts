import { type Connection, connect } from './connection.ts'
import { pause, type Running } from './process.ts'
import { percentile } from './statistics.ts'

/** One complete piece of work, over the connection of its worker. Throws on any wrong answer. */
export type Unit = (connection: Connection) => Promise<unknown>

export type Measured = {
  /** Units finished within the window, in total and per second. */
  units: number
  perSecond: number
  /** Milliseconds per unit. */
  p50: number
  p95: number
  p99: number
  /** Processor time of the server per unit (milliseconds). */
  cpu: number
  /** The highest resident memory within the window (bytes). */
  memory: number
  /** The share of its own core that the driver used, 0 to 1. */
  driver: number
}

type Load = { concurrency: number; window: number; leadIn: number }

const LOOK_EVERY_MS = 50
/** Fewer units than these mean little. A window stays open longer for them, up to this many times its length. */
const FEWEST_UNITS = 20
const LONGEST_WINDOW = 8

/**
 * Keeps this many workers busy with units, and counts the units that finish within the window (milliseconds), after a
 * lead-in. Throws if too few do.
 */
export async function measure(server: Running, unit: Unit, { concurrency, window, leadIn }: Load): Promise<Measured> {
  const connections = await Promise.all(Array.from({ length: concurrency }, () => connect(server.port)))
  const times: number[] = []
  let counting = false
  let stopped = false

  const work = async (connection: Connection) => {
    while (!stopped) {
      const began = performance.now()
      await unit(connection)
      if (counting) times.push(performance.now() - began)
    }
  }
  const failed = Promise.all(connections.map(work)).then(() => undefined)

  try {
    await Promise.race([pause(leadIn), failed])
    const [began, cpu, own] = [performance.now(), server.cpu(), process.cpuUsage()]
    counting = true
    let memory = 0
    while (
      performance.now() - began < window ||
      (times.length < FEWEST_UNITS && performance.now() - began < window * LONGEST_WINDOW)
    ) {
      memory = Math.max(memory, server.memory())
      await Promise.race([pause(LOOK_EVERY_MS), failed])
    }
    counting = false
    const [elapsed, spent, { user, system }] = [performance.now() - began, server.cpu() - cpu, process.cpuUsage(own)]
    stopped = true
    await failed
    if (times.length < FEWEST_UNITS)
      throw new Error(
        `Only ${times.length} pieces of work were finished in ${Math.round(elapsed)} ms, which is too few. Is the machine busy?`,
      )
    return {
      units: times.length,
      perSecond: (times.length / elapsed) * 1_000,
      p50: percentile(times, 0.5),
      p95: percentile(times, 0.95),
      p99: percentile(times, 0.99),
      cpu: spent / times.length,
      memory,
      driver: (user + system) / 1_000 / elapsed,
    }
  } finally {
    stopped = true
    for (const connection of connections) connection.close()
  }
}

/** Runs a unit this many times, in a few workers, to fill a server with people or to warm it up. */
export async function repeat(
  server: Running,
  unit: Unit,
  { times, concurrency }: { times: number; concurrency: number },
): Promise<void> {
  let left = times
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      const connection = await connect(server.port)
      while (left-- > 0) await unit(connection)
      connection.close()
    }),
  )
}
