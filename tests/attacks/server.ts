import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort, ROOT, type Running, runProgram, untilThere } from '#tests/helpers/process.ts'

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
export type Wrapping = { environment?: Record<string, string>; wrap?: (command: string[], dataDir: string) => string[] }

/** Runs something against a production server of its own, which is gone afterwards with everything it kept. */
export async function withServer<T>(
  work: (target: Target) => Promise<T>,
  { environment = {}, wrap = (command) => command }: Wrapping = {},
): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'latchkey-attack-'))
  const port = Number(process.env.ATTACK_PORT) || (await freePort())
  const origin = `http://localhost:${port}`
  const settings = {
    ORIGIN: origin,
    PORT: String(port),
    DATA_DIR: dataDir,
    TESTING: '1',
    LIMIT_SCALE: '999999',
    ...environment,
  }
  const launch = (): Running => {
    const [program = '', ...args] = wrap([process.execPath, join(ROOT, 'server/main.ts')], dataDir)
    return runProgram(program, args, settings)
  }
  const target: Target = {
    origin,
    port,
    dataDir,
    running: launch(),
    async start() {
      target.running = launch()
      await untilThere(target.running, settings.ORIGIN)
    },
    async kill() {
      target.running.child.kill('SIGKILL')
      await target.running.ended
    },
  }
  try {
    await untilThere(target.running, settings.ORIGIN)
    return await work(target)
  } finally {
    await target.kill()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
