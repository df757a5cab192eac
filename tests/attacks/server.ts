import { rmSync } from 'node:fs'
import { type Running, untilThere } from '#tests/helpers/process.ts'
import { type Launch, launchServer } from '#tests/helpers/server.ts'

/** A server under attack: it can be killed and started again on the same folder and port. */
export type Target = {
  origin: string
  port: number
  dataDir: string
  /** The process that answers now. */
  running: Running
  start: () => Promise<void>
  kill: () => Promise<void>
}

/** How the process is wrapped: the program that starts it and its arguments before ours. */
export type Wrapping = Pick<Launch, 'environment' | 'wrap'>

/** Runs something against a production server of its own, which is stopped and deleted afterwards. */
export async function withServer<T>(work: (target: Target) => Promise<T>, wrapping: Wrapping = {}): Promise<T> {
  const launch: Launch = {
    port: Number(process.env.ATTACK_PORT) || undefined,
    ...wrapping,
    environment: { LIMIT_SCALE: '999999', ...wrapping.environment },
  }
  const { origin, port, dataDir, ...running } = await launchServer(launch)
  const target: Target = {
    origin,
    port,
    dataDir,
    running,
    async start() {
      target.running = await launchServer({ ...launch, port, dataDir })
      await there()
    },
    async kill() {
      target.running.child.kill('SIGKILL')
      await target.running.ended
    },
  }
  const there = () => untilThere(target.running, launch.environment?.ORIGIN ?? origin)
  try {
    await there()
    return await work(target)
  } finally {
    await target.kill()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
